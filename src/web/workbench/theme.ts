import type { ThemeConfig } from 'antd'

/** Calm deep blue; every pair of text and ground keeps a contrast of 4.5 or more. The same values stand in `workbench.css`. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0050b3',
    colorLink: '#0050b3',
    colorInfo: '#0050b3',
    colorError: '#b42318',
    colorText: '#1d2530',
    colorTextSecondary: '#545d6a',
    colorTextDescription: '#545d6a',
    colorTextPlaceholder: '#6b6b6b',
    colorBorder: '#8f99a8',
    colorBorderSecondary: '#d8dee7',
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      "-apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'HarmonyOS Sans SC', sans-serif",
    motion: false,
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none' } },
}
