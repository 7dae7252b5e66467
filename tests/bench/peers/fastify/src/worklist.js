// worklist.js - 作業一覧, ordered by time: what the page reads and shows.
import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import { fetchRows, options, stored } from './db.js'
import { messages } from './messages.js'

const PAGE = 50
const FIRST = '10000101000000'
const PLACE = /^([0-9]{14}\.[0-9]{6})-([0-9]{1,18})$/
// The conditions in the order of the address: a statement of the master table,
// or the choices.
const CHOICES = {
  pref: 'prefecture_options',
  type: 'type_options',
  founder: ['private', 'public'],
  size: ['1', '2', '3', '4'],
  whose: ['mine', 'nobody'],
  age: ['7', '14', '30', '60'],
  state: ['open', 'inquiry', 'answered', 'confirmed', 'done']
}
const ASKED = ['pref', 'type', 'founder', 'size', 'whose', 'age']
const TABS = ['open', 'inquiry', 'answered', 'confirmed', 'done', 'overdue']
const words = messages.form.worklist

const eta = new Eta({
  views: fileURLToPath(new URL('../views', import.meta.url)),
  cache: true,
  varName: 'v',
  autoTrim: false
})

// [{ value, label, html }] of a condition's list.
async function choices(request, field) {
  const found = CHOICES[field]
  if (typeof found === 'string') return options(request, found)
  return found.map((value) => ({ value, html: words[field][value] }))
}

// What was asked for, without what nobody may ask for.
async function readFilter(request) {
  const f = {}
  for (const [field, found] of Object.entries(CHOICES)) {
    const value = request.query[field]
    f[field] = ''
    if (typeof value !== 'string' || value === '') continue
    const allowed = typeof found === 'string'
      ? (await options(request, found)).map((o) => o.value)
      : found
    if (allowed.includes(value)) f[field] = value
  }
  f.state ||= 'open'
  return f
}

function url(path, f, more = {}) {
  const parts = { ...f, sort: 'since', ...more }
  const list = []
  for (const name in parts) {
    if (parts[name]) list.push(`${name}=${encodeURIComponent(parts[name])}`)
  }
  return `${path}?${list.join('&')}`
}

// Is anything asked for but a state?
const isNarrowed = (f) => ASKED.some((field) => f[field])

// The index that is narrowest serves the list.
function serves(f) {
  if (!isNarrowed(f)) return 'all'
  if (f.whose === 'mine') return 'mine'
  for (const field of ['type', 'pref', 'size']) if (f[field]) return field
  if (f.whose) return 'nobody'
  return f.founder ? 'founder' : 'since'
}

// Where a page begins or ends.
const placeOf = (row) =>
  `${row.at.toISOString().replace(/[^0-9.]/g, '')}000-${row.unit}`

// Rows, counts of states, and the addresses of the pages before and after.
async function pageOf(request, f, ask) {
  let way = 'after'
  let place = [FIRST, '0']
  for (const name of ['before', 'after']) {
    const found = PLACE.exec(request.query[name] ?? '')
    if (!found) continue
    way = name
    place = [found[1], found[2]]
    break
  }
  let rows = await fetchRows(request, `worklist_${serves(f)}_${way}`, {
    ...ask, at: place[0], at_id: place[1], limit: PAGE + 1
  })
  const counts = {}
  while (rows.length > 0 && rows[rows.length - 1].id === null) {
    const one = rows.pop()
    counts[one.state] = one.persons
  }
  const more = rows.length > PAGE
  const back = way === 'before'
  rows = rows.slice(0, PAGE)
  if (back) rows.reverse()
  const on = place[1] !== '0'
  const any = rows.length > 0
  return {
    rows,
    counts,
    prev: any && (back ? more : on)
      ? url('/tokutei/list', f, { before: placeOf(rows[0]) })
      : '',
    next: any && (back || more)
      ? url('/tokutei/list', f, { after: placeOf(rows[rows.length - 1]) })
      : ''
  }
}

function tabs(f, counts) {
  return TABS.map((name) => ({
    label: messages.worklist.tab[name],
    url: url('/tokutei/list', name === 'overdue'
      ? { ...f, due: 'over', state: 'inquiry' }
      : { ...f, state: name }),
    count: grouped(counts[name] ?? 0),
    current: name === f.state
  }))
}

const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

function japanClock(at) {
  const there = new Date(at.getTime() + 9 * 3600000)
  const minute = there.getUTCMinutes()
  return `${there.getUTCHours()}時${minute ? `${minute}分` : ''}`
}

function japanTime(at) {
  const there = new Date(at.getTime() + 9 * 3600000)
  const week = '日月火水木金土'[there.getUTCDay()]
  return `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月` +
    `${there.getUTCDate()}日（${week}）${japanClock(at)}`
}

export async function worklistShow(request, reply) {
  const { session } = request
  const now = new Date()
  const f = await readFilter(request)
  const ask = {
    ...f,
    my_role: session.role,
    my_ministry: session.role === 'registrar' ? 0 : session.ministry,
    my_account: session.account,
    now: stored(now),
    size: Number(f.size),
    days: Number(f.age),
    overdue: 0
  }
  const narrowed = isNarrowed(f)
  const [page, found, colleagues, ...lists] = await Promise.all([
    pageOf(request, f, ask),
    narrowed ? fetchRows(request, `worklist_${serves(f)}_count`, ask) : [],
    options(request, 'worklist_colleagues'),
    ...ASKED.map((field) => choices(request, field))
  ])
  const counts = narrowed
    ? Object.fromEntries(found.map((row) => [row.state, row.units]))
    : page.counts
  const fields = ASKED.map((field, i) => ({
    name: field, words: words[field], value: f[field], options: lists[i]
  }))
  reply.type('text/html; charset=UTF-8')
  return eta.render('worklist', {
    m: messages,
    css: process.env.CSS,
    js: process.env.JS,
    session,
    expires: japanClock(session.expires),
    now: japanTime(now),
    title: messages.title.intranet.tokutei.list,
    f,
    fields,
    prefs: new Map(lists[0].map((o) => [o.value, o.label])),
    colleagues: new Map(colleagues.map((o) => [o.value, o.label])),
    ...page,
    tabs: tabs(f, counts),
    hits: grouped(narrowed ? Math.min(1000, counts.hits) : counts[f.state] ?? 0),
    more: narrowed && counts.hits > 1000,
    working: ['open', 'inquiry', 'answered'].includes(f.state),
    url
  })
}
