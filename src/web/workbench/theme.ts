import type { ThemeConfig } from 'antd'

/** Calm deep blue; every pair of text and ground keeps a contrast of 4.5 or more. The same values stand in `base.css`. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0f56b3',
    colorLink: '#0f56b3',
    colorInfo: '#0f56b3',
    colorError: '#a4211a',
    colorText: '#16202e',
    colorTextSecondary: '#445164',
    colorTextDescription: '#445164',
    colorTextPlaceholder: '#596678',
    colorBorder: '#75839a',
    colorBorderSecondary: '#e1e6ed',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'inherit',
    motion: false,
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none' } },
}
