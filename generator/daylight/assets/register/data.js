// Loads the columns of a register (search/awards.json and its like) and the words for them, and unpacks them into arrays.

export const NONE = -1 // no amount, or nothing of it is added up
export const SILENT = ["none", "withheld"] // values that stand where nothing is published
export const NO_DAY = -0x80000000
const ALL = -2 // the whole amount is added up
const DAY = 86400000

export async function load(root, language, register) {
  const here = language === "en" ? root : new URL(`${language}/`, root)
  const [columns, words] = await Promise.all([
    json(new URL(`search/${register}.json`, root)),
    json(new URL("search/registers.json", here)),
  ])
  return unpacked(columns, words, language, register, here)
}

async function json(address) {
  const answer = await fetch(address, { cache: "no-cache" }) // asked for anew: numbers hold until the next build
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}

function unpacked(columns, words, language, register, here) {
  const own = words.registers[register]
  const keys = fronted(columns.keys)
  const count = keys.length
  const amount = Float64Array.from(columns.amount ?? new Array(count).fill(NONE))
  const data = {
    register, language, here, count, keys, amount, own,
    words: words.texts,
    titles: columns.titles,
    title: Int32Array.from(columns.title),
    welsh: language === "cy" ? columns.welsh?.title ?? {} : {},
    day: days(columns, count),
    vague: new Set(columns.vague),
    counted: Float64Array.from(columns.counted ?? [], (part, row) => (part === ALL ? amount[row] : part)),
    said: columns.said ?? {},
    marks: columns.marks,
    references: columns.reference ? fronted(columns.reference) : null,
    numbers: { awards_received: columns.awards_received },
    facets: Object.entries(columns.facets).map(([name, facet]) => unpackedFacet(name, facet, own, words.texts, language, columns)),
  }
  data.facet = Object.fromEntries(data.facets.map((facet) => [facet.name, facet]))
  if (register === "opportunities") closePast(data)
  return data
}

function unpackedFacet(name, { values, names, of, sets = [] }, own, texts, language, { welsh = {} }) {
  const inWelsh = language === "cy" ? welsh[name] ?? {} : {}
  const ours = own.facets[name]
  return {
    name, values, sets,
    title: own.columns[name],
    of: Int32Array.from(of),
    place: new Map(values.map((value, place) => [value, place])),
    // What a value is called; `english` where a record says it and not the interface.
    labels: values.map((value, n) => (SILENT.includes(value) ? texts[value] : inWelsh[value] ?? ours[value] ?? names?.[n] ?? value)),
    english: values.map((value) => language !== "en" && !(SILENT.includes(value) || value in inWelsh || value in ours)),
  }
}

// [0, "ab1", 2, "2"] is ab1, ab2: how many characters a text shares with the one above, and the rest.
function fronted(packed) {
  const texts = new Array(packed.length / 2)
  for (let n = 0, above = ""; n < texts.length; n++) {
    texts[n] = above = above.slice(0, packed[2 * n]) + packed[2 * n + 1]
  }
  return texts
}

function days(columns, count) {
  const found = new Int32Array(count).fill(NO_DAY)
  let day = columns.from ? Date.parse(columns.from) / DAY : 0
  columns.day?.forEach((back, row) => {
    if (back !== null) found[row] = day -= back
  })
  return found
}

// An opportunity may have closed since the site was built.
function closePast(data) {
  const { of, place } = data.facet.state
  const today = Math.floor(Date.now() / DAY)
  if (!place.has("open") || !place.has("closed")) return
  for (let row = 0; row < data.count; row++) {
    if (of[row] === place.get("open") && data.day[row] !== NO_DAY && data.day[row] < today) of[row] = place.get("closed")
  }
}

export const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10)

// The numbers of the values that a row has in a facet.
export function valuesOf(facet, row) {
  const code = facet.of[row]
  return code < facet.values.length ? [code] : facet.sets[code - facet.values.length]
}

export const titleOf = (data, row) => data.welsh[row] ?? data.titles[data.title[row]]
