// On a telephone one group of a long form stands on the screen at a time; what is wrong is always shown.
const isPicked = ({ type }) => type === 'checkbox' || type === 'radio'
const typedIn = (form) =>
  [...form.elements].filter(
    (field) => field.name.startsWith('f.') && field.type !== 'file' && field.value !== '' && (field.checked || !isPicked(field)),
  )
const sentAs = (fields) => new URLSearchParams(fields.map(({ name, value }) => [name, value]))

const wrongFiles = (group) =>
  [...group.querySelectorAll('input[type="file"]')].flatMap(({ name, files, dataset }) => {
    const tooLarge = [...files].filter(({ size }) => size > Number(dataset.largest))
    const isTooMany = files.length > Number(dataset.mostFiles)
    const sentences = tooLarge.map((file) => dataset.tooLarge.replace('{name}', () => file.name))
    return [...sentences, ...(isTooMany ? [dataset.tooMany] : [])].map((sentence) => ({ field: name.slice(2), sentence }))
  })

// Where nobody answers, nothing is held up: it is told when the form is sent.
async function wrongIn(form, group) {
  const body = sentAs(typedIn(form))
  const answer = await fetch(form.dataset.check, { method: 'POST', body }).catch(() => null)
  const { wrong } = answer === null || !answer.ok ? { wrong: [] } : await answer.json()
  return [...wrong.filter(({ field }) => group.querySelector(`[name="f.${field}"]`) !== null), ...wrongFiles(group)]
}

const made = (tag, more, ...within) => {
  const element = Object.assign(document.createElement(tag), more)
  element.append(...within)
  return element
}

// All that is wrong on a step, above and beside its fields, as it is when the form was sent.
function tell(form, group, wrong) {
  for (const told of document.querySelectorAll('.errors')) told.remove()
  for (const told of group.querySelectorAll('.error')) told.remove()
  for (const field of group.querySelectorAll('.field-wrong')) field.classList.remove('field-wrong')
  for (const control of group.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid')
  if (wrong.length === 0) return
  for (const { field, sentence } of wrong) {
    const control = document.getElementById(`${form.id}-${field}`)
    const box = control.closest('.field')
    const id = `${control.id}-error`
    const label = made('span', { className: 'said', textContent: form.dataset.wrongLabel })
    const beside = box.querySelector('.error') || box.querySelector('.hint') || box.querySelector('label, legend')
    beside.after(made('p', { className: 'error', id }, label, sentence))
    box.classList.add('field-wrong')
    if (control !== box) control.setAttribute('aria-invalid', 'true')
    const described = (control.getAttribute('aria-describedby') || '').split(' ').filter((each) => each !== '' && each !== id)
    control.setAttribute('aria-describedby', [...described, id].join(' '))
    const folded = box.closest('details')
    if (folded !== null) folded.open = true
  }
  const { wrongOne, wrongSeveral } = form.dataset
  const title = made('h2', {
    id: 'errors-title',
    textContent: wrong.length === 1 ? wrongOne : wrongSeveral.replace('{n}', wrong.length),
  })
  const lines = wrong.map(({ field, sentence }) =>
    made('li', {}, made('a', { href: `#${form.id}-${field}`, textContent: sentence })),
  )
  const told = made('div', { className: 'errors', tabIndex: -1 }, title, made('ul', {}, ...lines))
  told.setAttribute('role', 'alert')
  told.setAttribute('aria-labelledby', 'errors-title')
  form.parentElement.prepend(told)
  told.focus()
}

const stored = (work) => {
  try {
    return work()
  } catch {
    return null
  }
}

for (const form of document.querySelectorAll('form[data-steps]')) {
  const groups = [...form.querySelectorAll('[data-step]')]
  const narrow = matchMedia('(max-width: 40em)')
  // Whoever changes the language or the size of type goes on where they were.
  const placeOfStep = `step ${form.getAttribute('action').split('?')[0]}`
  const wasAt = Number(stored(() => sessionStorage.getItem(placeOfStep)))
  stored(() => sessionStorage.removeItem(placeOfStep))
  const wrongAt = groups.findIndex((group) => group.querySelector('.field-wrong') !== null)
  let at = wrongAt >= 0 ? wrongAt : groups[wasAt] === undefined ? 0 : wasAt
  const isOne = () => narrow.matches && groups.length > 1
  const show = () => {
    const isLast = at === groups.length - 1
    for (const [index, group] of groups.entries()) {
      group.hidden = isOne() && index !== at
      group.querySelector('h2 small').hidden = !isOne()
    }
    form.querySelector('[data-move="-1"]').hidden = !isOne() || at === 0
    form.querySelector('[data-move="1"]').hidden = !isOne() || isLast
    for (const last of form.querySelectorAll('[data-last]')) last.hidden = isOne() && !isLast
    for (const first of document.querySelectorAll('[data-first]')) first.hidden = isOne() && at > 0
  }
  const reveal = (group, target) => {
    at = groups.indexOf(group)
    show()
    target.focus()
  }
  const move = async (steps) => {
    const from = at
    if (steps > 0) {
      const wrong = await wrongIn(form, groups[from])
      if (at !== from) return
      tell(form, groups[from], wrong)
      if (wrong.length > 0) return
    }
    const group = groups[from + steps]
    reveal(group, group.querySelector('h2'))
  }
  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-move]')
    if (button !== null) void move(Number(button.dataset.move))
  })
  // Enter goes on as the button does; before the last step nothing is sent by it.
  document.addEventListener(
    'submit',
    (event) => {
      const isSwitch = event.submitter === undefined || (event.submitter !== null && event.submitter.name !== '')
      if (event.target !== form || isSwitch || !isOne() || at === groups.length - 1) return
      event.preventDefault()
      event.stopPropagation()
      void move(1)
    },
    true,
  )
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.errors a')
    const target = link === null ? null : document.getElementById(link.hash.slice(1))
    const group = target === null ? null : target.closest('[data-step]')
    if (group !== null) reveal(group, target)
    const button = event.target.closest('button[name="shown"]')
    if (button !== null && button.form === form) stored(() => sessionStorage.setItem(placeOfStep, String(at)))
  })
  addEventListener('resize', show)
  show()
}

// What is typed outlives a reload in this tab; on this device only where whoever writes wants it.
const draftOf = (path) => `draft ${path.split('?')[0]}`
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
    const body = sentAs(typedIn(form))
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
