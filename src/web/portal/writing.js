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
const isPicked = ({ type }) => type === 'checkbox' || type === 'radio'
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
    for (const field of fields()) {
      const folded = field.closest('details')
      if (folded !== null && (isPicked(field) ? field.checked : field.value !== '')) folded.open = true
    }
    if (typed.length > 0) told.textContent = told.dataset.draftFound
  }
  box.hidden = false
  form.addEventListener('input', save)
}
for (const sent of document.querySelectorAll('[data-forget]')) {
  for (const store of [() => sessionStorage, () => localStorage]) stored(() => store().removeItem(draftOf(sent.dataset.forget)))
}

// What has to be filled in follows what was chosen; without this script it is told when the form is sent.
for (const form of document.querySelectorAll('form[data-needs]')) {
  let asked = 0
  const look = async () => {
    const turn = ++asked
    const typed = [...form.elements].filter(
      (field) =>
        field.name.startsWith('f.') && field.type !== 'file' && field.value !== '' && (field.checked || !isPicked(field)),
    )
    const body = new URLSearchParams(typed.map(({ name, value }) => [name, value]))
    const answer = await fetch(form.dataset.needs, { method: 'POST', body }).catch(() => null)
    if (answer === null || !answer.ok || turn !== asked) return
    const { needed } = await answer.json()
    for (const word of form.querySelectorAll('[data-need]')) {
      const isNeeded = needed.includes(word.dataset.need)
      word.textContent = isNeeded ? word.dataset.needed : word.dataset.sometimes
      word.className = isNeeded ? 'needed' : 'optional'
      // One of several to pick from is not what is needed: their legend says it of them all.
      const controls = [...form.querySelectorAll(`[name="f.${word.dataset.need}"]`)].filter((control) => !isPicked(control))
      for (const control of controls)
        if (isNeeded) control.setAttribute('aria-required', 'true')
        else control.removeAttribute('aria-required')
    }
  }
  form.addEventListener('change', () => void look())
  void look()
}
