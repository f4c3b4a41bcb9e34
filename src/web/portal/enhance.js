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

// On paper nothing can be opened; engines that cannot be told so by style open it here.
addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('.written')) folded.open = true
})

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

// Of several forms the one that is typed in is taken along when language or type size change.
document.addEventListener('input', ({ target }) => {
  const { form } = target
  if (!form || form.closest('.act') === null) return
  for (const button of document.querySelectorAll('.banner button[form]')) button.setAttribute('form', form.id)
})

const errors = document.querySelector('.errors')
if (errors !== null) errors.focus()

async function prove(field) {
  const { solveProof } = await import(field.dataset.solver)
  field.value = (await solveProof(JSON.parse(field.dataset.challenge))) || ''
  document.getElementById(field.dataset.done).hidden = field.value === ''
}
for (const field of document.querySelectorAll('[data-challenge]')) void prove(field)
