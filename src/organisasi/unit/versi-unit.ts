import type { UnitEntity } from '../unit.entity';
import { versiDari } from '../versi';

/** Another one after every change that an act on the unit could overlook. */
export function versiUnit({ nama, singkatan, indukId, berakhir, penerusId }: UnitEntity): string {
  return versiDari(nama, singkatan, indukId, berakhir, penerusId);
}
