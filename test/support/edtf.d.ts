declare module 'edtf' {
  /** Reads an EDTF string, or throws. */
  export default function edtf(text: string): unknown
}
