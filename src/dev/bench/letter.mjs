// Entries of a logbook as a device writes them, about 600 bytes each.

import { randomBytes } from 'node:crypto'

const DEEDS = ['serviced', 'repaired', 'inspected', 'replaced', 'cleaned', 'adjusted', 'fault reported on']
const SYSTEMS = ['Geyser', 'Pool pump', 'Gate motor', 'Roof valley', 'Borehole', 'Distribution board', 'Electric fence', 'Inverter', 'Stove', 'Alarm']
const SORTS = ['service', 'repair', 'inspection', 'installation', 'note']
const NOTES =
  'The element was scaled over and the thermostat had tripped twice in the last month. Drained the tank, replaced both and the sacrificial ' +
  'anode, flushed the tray and tested the relief valve; the pressure holds at 400 kPa. The drip tray is rusted at the left corner and should ' +
  'be replaced with the next service. Warranty of two years on parts, six months on labour.'

/** RFC 9562, 5.7: the time, then random bits. */
export function id() {
  const time = Date.now().toString(16).padStart(12, '0')
  const random = randomBytes(10).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`
}

/** The fields of entry `n`; ten years of them. */
export function fields(n) {
  const two = (number) => String(number).padStart(2, '0')
  const when = `${2016 + Math.floor(n / 1_000) % 10}-${two(1 + Math.floor(n / 83) % 12)}-${two(1 + n % 28)}`
  return {
    cost: { cents: 45_000 + (n * 7_919) % 900_000, currency: 'ZAR' },
    done_by: n % 3 === 0 ? 'Naidoo Plumbing' : 'Van Wyk Electrical',
    notes: NOTES,
    title: `${SYSTEMS[n % SYSTEMS.length]} ${DEEDS[n % DEEDS.length]}, job ${n}`,
    type: SORTS[n % SORTS.length],
    when,
  }
}

/** An edit that writes fields of a record, a new one if none is named. */
export function edit(kind, fields, own = id()) {
  const stamp = `${Date.now().toString(16).padStart(12, '0')}.0000.00000000000beac5`
  return { key: id(), id: own, kind, stamp, fields }
}

/** The edits that make `count` entries, in the order in which one device made them. */
export function edits(count) {
  const began = Date.now() - count
  return Array.from({ length: count }, (_, n) => {
    const stamp = `${(began + n).toString(16).padStart(12, '0')}.0000.00000000000beac5`
    return { key: id(), id: id(), kind: 'entry', stamp, fields: fields(n) }
  })
}

/** `items` in pieces of `size`. */
export function pieces(items, size) {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
