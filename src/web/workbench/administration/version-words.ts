import { howMany, type VersionPreview } from '../../../contract/index.js'

type Part = VersionPreview['parts'][number]['part']
const partsZh: Readonly<Record<Part, string>> = {
  roles: '身份',
  fields: '填写项',
  stages: '环节',
  acts: '行为',
  duties: '期限和职责',
}
const partsEn: Readonly<Record<Part, string>> = {
  roles: 'Roles',
  fields: 'Fields',
  stages: 'Stages',
  acts: 'Acts',
  duties: 'Duties',
}

/** What the screen says on which the version for new matters is chosen. */
export const versionWords = {
  zh: {
    title: '更换新件适用的文本',
    hint: '只管以后的新件：已经开始的，按开始时的文本办完',
    look: '看看有什么不同',
    save: '提出更换',
    asked: (by: string, name: string): string =>
      `${by} 申请新件改按“${name}”办理，等另一位管理员选同样的文本。没有另一位能确认的，请在服务器上运行 script/huiyin change-version。`,
    running: (matters: number, version: string): string => `${matters} 件按 ${version} 的文本办完，不受影响。`,
    notInForce: '这个文本今天还没有施行：更换以后，在登记施行以前，公众不能提交。',
    same: '没有不同。',
    parts: partsZh,
    added: '新增',
    removed: '去掉',
    changed: '有改动',
    templates: '本机关修改过的文书模板',
    carried: '沿用',
    left: (name: string, says: string): string => `“${name}”不能沿用：${says} 更换以后请下载新文本的模板，改好再上传。`,
  },
  en: {
    title: 'Another version for new matters',
    hint: 'For new matters only: those that have begun are carried through under theirs',
    look: 'Show what differs',
    save: 'Ask for it',
    asked: (by: string, name: string): string =>
      `${by} asks that new matters begin under "${name}"; another administrator has to choose the same. Where none can confirm it, run script/huiyin change-version on the machine.`,
    running: (matters: number, version: string): string =>
      `${howMany(matters, 'matter that has begun is', 'matters that have begun are')} carried through under ${version}, untouched.`,
    notInForce: 'This version is not in force today: until that is recorded, the public can send nothing under it.',
    same: 'Nothing differs.',
    parts: partsEn,
    added: 'new',
    removed: 'gone',
    changed: 'changed',
    templates: 'Templates of papers edited here',
    carried: 'go along',
    left: (name: string, says: string): string =>
      `“${name}” cannot go along: ${says} Afterwards, download the template of the other version, edit it, and upload it.`,
  },
}
