import { homeOf } from '../layers/locations/home.ts'
import { type ExtractOptions, wrongHome } from './options.ts'

/** @throws NutgrafError `invalid-options` where no place is known by the name or code that `home` is */
export function checkHome({ home }: ExtractOptions, caller: string): void {
  if (home !== undefined && !homeOf(home)) throw wrongHome(home, caller)
}
