/** Elements that are put in before the page may paint, and take a key that was struck. */
const atOnce = 500

/** Waits when enough was put in; false where what is being put in is outdated meanwhile. */
export type Pace = (elements: number) => Promise<boolean>

export function openPace(isOutdated: () => boolean): Pace {
  let put = 0
  return async (elements) => {
    put += elements
    if (put < atOnce) return true
    put = 0
    await painted()
    return !isOutdated()
  }
}

/** A page that is not seen paints nothing, and is not waited for. */
const painted = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 100)
    requestAnimationFrame(() => setTimeout(resolve))
  })

/**
 * Makes the children of an element those of another, little by little: what is the same stays, what has few elements is put
 * in whole. False where it was stopped.
 */
export async function patch(old: Element, next: ParentNode, pace: Pace): Promise<boolean> {
  const children = [...next.childNodes]
  for (const [i, child] of children.entries()) {
    const there = old.childNodes[i]
    if (there?.isEqualNode(child)) continue
    if (!(await putAt(old, there, child, pace))) return false
  }
  while (old.childNodes.length > children.length) old.lastChild!.remove()
  return true
}

async function putAt(parent: Element, there: ChildNode | undefined, child: ChildNode, pace: Pace): Promise<boolean> {
  const size = child instanceof Element ? child.getElementsByTagName('*').length + 1 : 1
  let place = child
  if (child instanceof Element && size > atOnce) {
    // Its own children are put in one by one, into what is there already if it is of the same kind.
    const shell = child.cloneNode(false) as Element
    if (there instanceof Element && there.cloneNode(false).isEqualNode(shell)) return patch(there, child, pace)
    place = shell
  }
  if (there) there.replaceWith(place)
  else parent.append(place)
  if (place === child) return pace(size)
  return place instanceof Element && child instanceof Element ? patch(place, child, pace) : true
}
