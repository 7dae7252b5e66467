// messages.js - the wording, ready for HTML: { 'a.b': text } as { a: { b: text } }.
// What has a text and parts has the text as the part "text".
import { generated } from './db.js'

function nested(flat) {
  const tree = {}
  for (const [key, text] of Object.entries(flat)) {
    const way = key.split('.')
    const last = way.pop()
    let node = tree
    for (const step of way) {
      if (typeof node[step] === 'string') node[step] = { text: node[step] }
      node = node[step] ??= {}
    }
    node[last] = text
  }
  return tree
}

export const messages = nested(generated('messages.json'))
