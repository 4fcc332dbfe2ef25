/** For comfort alone: what was left empty in a form does not stand in the address. */
export const archiveScript = `document.addEventListener('formdata', ({ formData }) => {
  for (const [name, value] of [...formData]) if (value === '') formData.delete(name)
})
`
