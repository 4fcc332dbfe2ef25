// Lines of a page that are no part of its article, by how they begin. All are read without case; a line is short.

const any = (list: string) => `(?:${list.replaceAll(', ', '|')})`

/** What points to another story. */
const pointer = any(
  "read more, read also, also read, read next, read on, read, read the full story, see also, see more, related, related story, related stories, related article, related articles, related coverage, related news, related content, related reading, related links, related topics, more on this, more on this story, more to read, more stories, more, watch, watch now, watch live, listen, listen now, must read, must watch, don['’]t miss, don['’]t miss it, recommended, recommended reading, recommended for you, further reading, in pictures, in pics, gallery, photos, video, explainer, explained, up next, you may also like, you might also like, you may like, trending, trending now, top stories, most read, editors?['’]s? picks?, also on, from our archive, catch up, opinion, analysis, factbox, timeline, background",
)
/** Those of them that never open a sentence of the article, whatever their case. */
const surePointer = any(
  "read more, read also, also read, read next, see also, related story, related stories, related article, related articles, related coverage, related news, related content, related reading, related links, more on this story, more stories, must read, don['’]t miss, recommended reading, recommended for you, further reading, you may also like, you might also like",
)
const separator = String.raw`\s?(?:[:|»>→▶]|[–—-](?=\s))\s?`
const brackets = String.raw`^[\s[({*•·»›>→▶+|–—-]*`

const startsPointer = new RegExp(`${brackets}${pointer}${separator}`, 'i')
const startsSurePointer = new RegExp(`${brackets}${surePointer}${separator}`, 'i')
const anyLabel = new RegExp(`^(?:[^:|»>.!?]{1,40}${separator}|${brackets}${surePointer}\\s)`, 'i')
const isPointerAlone = new RegExp(
  `${brackets}(?:${surePointer}|${any('related, watch, watch live, listen, more, recommended, trending, up next, most read')})[\\s.:…»›>→▶|)\\]]*$`,
  'i',
)

/** A pointer and its separator, or a square bracket, at the end of what comes before a link. */
export const endsWithPointer = new RegExp(String.raw`(?:[\s[(]\s?|^)${pointer}${separator}$|\[\s?$`, 'i')

/** What asks readers to do something, tells who owns the page, or stands between parts of it. */
const asides = [
  // Applications, newsletters and channels
  'click here (?:to|for|now)\\b',
  '(?:download|get|install) (?:the|our) .{0,50}\\bapp\\b',
  '(?:sign|signing) up\\b.{0,100}\\b(?:newsletters?|alerts?|e-?mails?|inbox|updates|briefings?|here|free)\\b',
  'subscribe\\b.{0,80}\\b(?:newsletters?|channel|podcasts?|today|now|here|us|e-?mails?|alerts?|access|digital|inbox)\\b',
  '(?:get|receive|want|have) .{0,100}\\b(?:in|to|into) your (?:inbox|e-?mail|phone)\\b',
  '(?:get|download|install|open|try) .{0,100}\\bapp[.!]?$',
  'enter your e-?mail\\b',
  '(?:donate|contribute) (?:now|today|here)\\b',
  '(?:get|receive) (?:the|our) .{0,60}\\b(?:newsletters?|alerts|briefing)\\b',
  '(?:follow|find|join|like) (?:us|me|our|@?[\\w.-]+(?: [\\w.-]+){0,3}) (?:on|at) (?:twitter|x\\b|facebook|instagram|telegram|whatsapp|youtube|tiktok|linkedin|threads|google news|bluesky|social media|@)',
  '(?:join|follow) (?:us|our) [^,]{0,60}\\b(?:whatsapp|telegram|channel|newsletter|community)\\b',
  '(?:stay|keep) (?:up[ -]to[ -]date|informed|connected)\\b.{0,100}\\b(?:our|us|newsletters?|app|alerts)\\b',
  'for (?:more|the latest|all the latest) (?:news|stories|updates|headlines|coverage)\\b.{0,100}\\b(?:visit|follow|download|click|subscribe|sign up|app|head)\\b',
  'share (?:this|on|via|your)\\b.{0,40}$',
  '(?:listen to|watch|play) (?:this|the) (?:article|story|video|podcast|episode|clip)\\b.{0,60}$',
  'support (?:our (?:work|journalism|reporting)|(?:independent|local|quality) (?:journalism|reporting|news)|.{1,40}: donate)\\b(?! (?:was|is|has|had|for))',
  'have (?:a|an) (?:news )?(?:tip|story)\\b.{0,100}(?:e-?mail|contact|call|send|let us know|@|\\?)',
  'our standards: the thomson reuters',
  // Between parts of the page
  '(?:advertisement|advertising|sponsored(?: content)?|skip advertisement|loading\\W{0,3}|copied|copy link|getty images|print|most popular|newsletter)\\W{0,3}$',
  '(?:story|article|content|report) continues (?:below|after)\\b.{0,60}$',
  '(?:scroll (?:down )?(?:to|for)|continue reading|keep reading|swipe (?:left|right)|tap (?:here|to)|skip to)\\b.{0,80}$',
  // Who owns it
  '(?:\\(c\\)|copyright (?:\\(c\\)|\\d{4}|by )|copyright:.{0,60}\\d{4})',
  'this material may not be published, broadcast',
  '(?:reproduction|republication) .{0,60}\\b(?:prohibited|permission)\\b',
  // Pictures
  '(?:image|video|media|photo|picture) (?:caption|source|credit)s?[,:].{0,200}$',
  '(?:file )?(?:photo|photograph|photography|picture)s?(?: credits?)?(?: by|s? courtesy of|:|/)\\s?\\S[^.!?]{0,120}\\.?$',
  '(?:image|graphic|illustration|infographic)s?(?: credits?)?(?: courtesy of|:|/)\\s?\\S[^.!?]{0,120}\\.?$',
  '(?:credits?|photo|image|ap photo|afp photo|reuters photo)\\s?[:/]\\s?\\S.{0,120}$',
].map((start) => new RegExp(`^[\\s[({*•·»>→▶+|–—-]*(?:${start})`, 'i'))

const agencies = any(
  'getty, getty images, afp, ap, reuters, shutterstock, alamy, epa-efe, epa, pa wire, pa images, anadolu agency, istock, unsplash, bloomberg',
)
/** The credit of a picture at the end of its caption: never a sentence's end. */
const credits = [
  `(?:\\bvia|/) ?${agencies}[).\\]]{0,2}$`,
  '\\[(?:file|photo|courtesy|handout|screengrab|image)\\b[^[\\]]{2,80}\\]$',
  '\\b(?:getty images|shutterstock|alamy|istock)(?: photo)?\\)?$',
  '\\b(?:ap|afp|reuters) photo(?:/[^.!?]{2,60}|)\\)?$',
  '[.!?"”)] ?\\(?(?:file|handout) (?:photo|picture|image)[).]{0,2}$',
  '[.!?"”)] ?\\(?(?:photo|image|picture|photograph)s?(?: credits?)?(?: by |: ?)[^.!?:]{2,80}[).]{0,2}$',
].map((end) => new RegExp(end, 'i'))

const isOwned = /©|\ball rights reserved\b/i

const endsSentence = /[.!?…]["”’)\]]*$/

/** Words of a headline, not of a name. */
const isTitleLike = (text: string) => (text.match(/\p{L}[\p{L}\d’'-]*/gu)?.length ?? 0) >= 4

/**
 * Whether a line is no part of the article: a pointer to another story, an invitation, a credit. How much of it lies in
 * links, from 0 to 1, decides where words alone don't.
 */
export function isFurniture(line: string, linked = 0): boolean {
  if (line.length > 300) return false
  if ([...asides, ...credits, isOwned, isPointerAlone].some((form) => form.test(line))) return true
  if (endsSentence.test(line)) return linked > 0.4 && startsPointer.test(line)
  const label = startsPointer.exec(line)?.[0]
  // "READ MORE: Minister visits Cairo" as plain text: a headline has no full stop.
  if (label !== undefined && (linked > 0.4 || startsSurePointer.test(line) || label === label.toUpperCase()))
    return true
  // "Dig deeper: <a>…</a>", "Read more <a>…</a>": whatever comes before a link, the rest of the line is one.
  const before = anyLabel.exec(line)?.[0].length ?? 0
  return linked * line.length > 0.85 * (line.length - before) && isTitleLike(line.slice(before))
}

/** Whether a line of links is nevertheless what the article says. */
export const isProse = (line: string): boolean =>
  line.length >= 60 && endsSentence.test(line) && / \p{Ll}+ \p{Ll}+/u.test(line)

/** Words in the class or id of a box that asks for something or shows other stories, and of what tells of a picture. */
export const boxLabels = new Set(
  'newsletter newsletters signup subscribe subscription related relatedarticles relatedstories readmore readalso recirc recommended recommendations promo promotion advert advertisement advertising ad ads sponsored outbrain taboola trending mostread mostpopular caption captions figcaption credit credits photocredit imagecredit photocaption imagecaption copyright disclaimer appbanner'.split(
    ' ',
  ),
)
