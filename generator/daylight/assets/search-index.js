// The index on the side of the reader: fetches only the files that a query needs, and says what it finds. No words of its own.
// The files are made by generator/daylight/search; see there for what they hold.

import { wanted } from "./search-words.js"

const ROOT = new URL("../", import.meta.url)
export const LANGUAGE = new URL(document.documentElement.lang.startsWith("cy") ? "cy/" : "", ROOT)
const kept = new Map()

async function get(address, how) {
  const answer = await fetch(address, how)
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`)
  return answer.json()
}

// Something that is made once; again where it failed.
function once(name, make) {
  if (!kept.has(name)) kept.set(name, make().catch(wrong => { kept.delete(name); throw wrong }))
  return kept.get(name)
}

// What there is: the only file that is asked for anew, because it names the version of all others.
export const index = () => once("index", async () => {
  const there = await get(new URL("search/index.json", ROOT), { cache: "no-cache" })
  const names = new Set(there.terms.split(","))
  const divided = new Set([...names].map(name => [...name].slice(0, -1).join("")))
  return { ...there, names, divided }
})

// A file below search/ of the version that index.json names, such as "sums.json".
export const load = (file, root = ROOT) => once(`${root}${file}`, async () => {
  const { version } = await index()
  return get(new URL(`search/${file}?v=${version}`, root))
})

export const said = () => load("texts.json", LANGUAGE)

// Numbers from the differences between them; -3 are three that follow one another.
function numbers(differences) {
  const found = []
  let last = -1
  for (const step of differences) {
    if (step > 0) found.push(last += step)
    else for (let count = step; count; count++) found.push(++last)
  }
  return found
}

const union = lists => lists.length === 1 ? lists[0] : [...new Set(lists.flat())].sort((a, b) => a - b)

function both(some, others) {
  const there = new Set(others)
  return some.filter(number => there.has(number))
}

// The letters of the file in which words that begin so are, if there are any.
async function fileOf(word) {
  const { names, divided } = await index()
  let letters = ""
  for (const letter of word) {
    letters += letter
    if (!names.has(letters)) return null
    if (!divided.has(letters)) break
  }
  return letters
}

const words = letters => load(`terms/${encodeURIComponent(letters)}.json`)

// All that words with a beginning lead to: those in whose name it is, and all, as rising numbers.
const lookup = word => once(`word ${word}`, async () => {
  const letters = await fileOf(word)
  if (!letters) return { named: [], all: [] }
  const file = await words(letters)
  const lists = letters === word && file["*"] ? [file["*"]] : Object.keys(file).filter(key => key.startsWith(word)).map(key => file[key])
  const named = union(lists.map(([names]) => numbers(names)))
  return { named, all: union([named, ...lists.map(([, others]) => numbers(others))]) }
})

// What a query finds: `ids` are rising numbers of all that has every word, those in `named` have every word in their name.
// With a kind only records of that kind are found; `first` is then the number of the first of them all.
export async function find(query, { kind } = {}) {
  const words = wanted(query)
  if (!words.length) return { words, ids: [], named: [], first: 0 }
  const lists = await Promise.all(words.map(lookup))
  lists.sort((a, b) => a.all.length - b.all.length)
  let ids = lists.map(list => list.all).reduce(both), named = lists.map(list => list.named).reduce(both), first = 0
  if (kind) {
    const [, , start, count] = (await index()).kinds.find(([name]) => name === kind)
    const mine = number => number >= start && number < start + count
    ids = ids.filter(mine), named = named.filter(mine), first = start
  }
  return { words, ids, named, first }
}

// The kind of a thing by its number: its name, the folder of its pages, the number of its first, and how many there are.
export const kindOf = (kinds, id) => kinds.findLast(([, , first]) => first <= id)

// What a list says of some things, in their order.
export async function describe(ids) {
  const { chunk, kinds } = await index()
  const files = await Promise.all(ids.map(id => load(`docs/${Math.floor(id / chunk)}.json`)))
  return ids.map((id, place) => {
    const [title, key, amount = null, year = "", more = "", welsh = ""] = files[place][id % chunk]
    const [kind, folder] = kindOf(kinds, id)
    return { id, kind, title, welsh, amount, year, more, path: kind === "page" ? key : `${folder}${key}/` }
  })
}

// How many awards there are among some things, what is added up of them in pence, of how many, and since which year if all
// of them have one.
export async function sums(ids) {
  const { kinds } = await index(), [, , first, count] = kinds.find(([kind]) => kind === "award")
  const awards = ids.filter(id => id >= first && id < first + count).map(id => id - first)
  if (!awards.length) return { count: 0 }
  const { pounds, years } = await load("sums.json")
  const counted = awards.filter(number => pounds[number] !== null)
  const pence = counted.reduce((sum, number) => sum + Math.round(pounds[number] * 100), 0)
  let left = awards.at(-1) // they stand newest first: the last is the oldest, or has no day
  const [year] = years.find(([, of]) => (left -= of) < 0)
  return { count: awards.length, counted: counted.length, pence, year }
}

// A query with a word that is not there put right, by one letter; null where no word is near.
export async function nearest(query) {
  const words = wanted(query), right = []
  for (const word of words) {
    const near = (await lookup(word)).all.length ? word : await near1(word)
    if (!near) return null
    right.push(near)
  }
  return right.join(" ")
}

// The word that most things have among those that are one letter off, as long as one of the first two letters is right.
async function near1(word) {
  const { names, divided } = await index(), [a, b = "", c = ""] = word
  const files = new Set(await Promise.all([b + a + c, a + c, b + c].filter(Boolean).map(fileOf)))
  for (const name of names) if (name.startsWith(a + b) && !divided.has(name)) files.add(name)
  let best = null, most = 0
  for (const file of await Promise.all([...files].filter(Boolean).map(words))) {
    for (const [other, [named, others]] of Object.entries(file)) {
      const count = named.length + others.length
      if (other !== "*" && count > most && oneApart(word, other)) [best, most] = [other, count]
    }
  }
  return best
}

// Whether one letter too many, too few, changed, or two in the wrong order make one word of the other.
function oneApart(one, other) {
  const a = [...one], b = [...other]
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0, end = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const left = a.slice(start, a.length - end), right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
