// Nothing here is needed: without it hints say the limits, browsers print, and a form sent twice is recorded once.

const characters = (text) => [...text.trim()].length

for (const counter of document.querySelectorAll('[data-counts]')) {
  const field = document.getElementById(counter.dataset.counts)
  const count = () => {
    const left = Number(counter.dataset.most) - characters(field.value)
    counter.textContent = (left < 0 ? counter.dataset.over : counter.dataset.left).replace('{n}', Math.abs(left))
    counter.classList.toggle('counter-over', left < 0)
    counter.hidden = left > Number(counter.dataset.most) / 2 && left >= 20
  }
  field.addEventListener('input', count)
  count()
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

for (const button of document.querySelectorAll('[data-copy]')) {
  if (navigator.clipboard === undefined) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    const link = new URL(button.dataset.link, location.href)
    await navigator.clipboard.writeText(`${button.dataset.copy} ${link}`)
    button.textContent = button.dataset.copied
  })
}

for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent !== undefined) event.preventDefault()
    form.dataset.sent = ''
    setTimeout(() => delete form.dataset.sent, 5000)
  })
}

// What stands behind # never leaves the browser: a link may carry number and code there, and they go from the address at once.
const [linkedNumber = '', linkedCode = ''] = decodeURIComponent(location.hash.slice(1)).split('.')
const codeField = document.getElementById('code')
if (codeField !== null && /^\d{10}$/.test(linkedNumber)) {
  document.getElementById('number').value = linkedNumber
  codeField.value = linkedCode
  history.replaceState(null, '', location.pathname + location.search)
}

const errors = document.querySelector('.errors')
if (errors !== null) errors.focus()

async function prove(field) {
  const { solveProof } = await import(field.dataset.solver)
  field.value = (await solveProof(JSON.parse(field.dataset.challenge))) || ''
  document.getElementById(field.dataset.done).hidden = field.value === ''
}
for (const field of document.querySelectorAll('[data-challenge]')) void prove(field)

// On a telephone one group of a long form stands on the screen at a time; what is wrong is always shown.
for (const form of document.querySelectorAll('form[data-steps]')) {
  const groups = [...form.querySelectorAll('[data-step]')]
  const narrow = matchMedia('(max-width: 40em)')
  let at = Math.max(
    0,
    groups.findIndex((group) => group.querySelector('.field-wrong') !== null),
  )
  const show = () => {
    const isOne = narrow.matches && groups.length > 1
    for (const [index, group] of groups.entries()) {
      group.hidden = isOne && index !== at
      group.querySelector('.step-move').hidden = !isOne
      group.querySelector('h2 small').hidden = !isOne
    }
    for (const last of form.querySelectorAll('[data-last]')) last.hidden = isOne && at !== groups.length - 1
  }
  const reveal = (group, target) => {
    at = groups.indexOf(group)
    show()
    target.focus()
  }
  form.addEventListener('click', (event) => {
    const move = event.target.closest('[data-move]')
    if (move === null) return
    const group = groups[at + Number(move.dataset.move)]
    reveal(group, group.querySelector('h2'))
  })
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.errors a')
    const target = link === null ? null : document.getElementById(link.hash.slice(1))
    const group = target === null ? null : target.closest('[data-step]')
    if (group !== null) reveal(group, target)
  })
  addEventListener('resize', show)
  show()
}

// What is typed outlives a reload in this tab; on this device only where whoever writes wants it.
const draftOf = (path) => `draft ${path.split('?')[0]}`
const stored = (work) => {
  try {
    return work()
  } catch {
    return null
  }
}
for (const box of document.querySelectorAll('[data-draft]')) {
  const form = box.closest('form')
  const key = draftOf(form.getAttribute('action'))
  const keep = box.querySelector('[data-draft-keep]')
  const told = box.querySelector('[role]')
  const fields = () => [...form.elements].filter(({ name, type }) => name.startsWith('f.') && type !== 'file')
  const isPicked = ({ type }) => type === 'checkbox' || type === 'radio'
  const save = () => {
    const typed = fields().flatMap((field) => {
      if (isPicked(field)) return field.checked ? [[field.name, field.value]] : []
      return field.value === '' ? [] : [[field.name, field.value]]
    })
    const text = JSON.stringify(typed)
    stored(() => sessionStorage.setItem(key, text))
    stored(() => (keep.checked ? localStorage.setItem(key, text) : localStorage.removeItem(key)))
    told.textContent = keep.checked ? told.dataset.draftSaved : ''
  }
  const onDevice = stored(() => localStorage.getItem(key))
  const text = stored(() => sessionStorage.getItem(key)) || onDevice
  const isFresh =
    document.querySelector('.errors') === null &&
    fields().every((field) => (isPicked(field) ? !field.checked : field.value === ''))
  keep.checked = onDevice !== null
  if (isFresh && text !== null) {
    const typed = stored(() => JSON.parse(text)) || []
    for (const field of fields()) {
      const values = typed.filter(([name]) => name === field.name).map(([, value]) => value)
      if (isPicked(field)) field.checked = values.includes(field.value)
      else if (values.length > 0) field.value = values[0]
    }
    if (typed.length > 0) told.textContent = told.dataset.draftFound
  }
  box.hidden = false
  form.addEventListener('input', save)
}
for (const sent of document.querySelectorAll('[data-forget]')) {
  for (const store of [() => sessionStorage, () => localStorage]) stored(() => store().removeItem(draftOf(sent.dataset.forget)))
}
