const letters: Readonly<Record<string, string>> = {
  ...{ ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ß: 'ss', æ: 'ae', Æ: 'Ae', œ: 'oe', ð: 'd', þ: 'th' },
  ...{ '’': "'", '‘': "'", ʻ: "'", ʼ: "'" },
}

/** What a place name is looked up by: "São Paulo" as "Sao Paulo", "St Petersburg" as "Saint Petersburg". */
export function keyOf(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  const plain = /^[\x00-\x7f]*$/.test(name)
    ? name
    : name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[øØłŁđĐıßæÆœðþ’‘ʻʼ]/g, (letter) => letters[letter] ?? letter)
  return /^(?:Ste?|Mt|Ft)\b/.test(plain)
    ? plain
        .replace(/^St\.? /, 'Saint ')
        .replace(/^Ste\.? /, 'Sainte ')
        .replace(/^Mt\.? /, 'Mount ')
        .replace(/^Ft\.? /, 'Fort ')
    : plain
}

/** "NEW YORK" in a dateline is looked up as "New York". */
export const fromCapitals = (name: string): string =>
  name.length > 3 && /^\p{Lu}[\p{Lu}\s'’.-]+$/u.test(name)
    ? name.replace(/\p{Lu}+/gu, (word) => word[0] + word.slice(1).toLowerCase())
    : name
