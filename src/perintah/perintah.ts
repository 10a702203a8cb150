/** What a command ends with: 0 done, 1 the input is wrong, 2 the command line is. */
export type KodeKeluar = 0 | 1 | 2;

/** The command line was written wrongly: exit code 2. */
export class GalatPemakaian extends Error {
  override readonly name = 'GalatPemakaian';
}
