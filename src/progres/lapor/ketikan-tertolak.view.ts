import type { Ketikan } from '../../shared/isian';
import { ALASAN_TIDAK_DAPAT } from '../gerbang.rules';
import { NAMA_STATUS } from '../progres.rules';
import { bacaFormulirLapor } from './formulir-lapor';
import { NAMA_MEDAN } from './medan-laporan';
import type { TempatLapor } from './tempat-lapor';

/** What was typed while the slot was being closed: not saved, and so shown, to be taken elsewhere. */
export function ketikanTertolak(tempat: TempatLapor, ketikan: Ketikan, sebab: string): object {
  const kata: Readonly<Record<string, string>> = { ...NAMA_STATUS, ...ALASAN_TIDAK_DAPAT };
  const pilihan = (medan: string) => medan === 'status' || medan === 'alasan';
  return {
    sebab,
    butir: bacaFormulirLapor(tempat, ketikan)
      .filter((k) => k.nilai !== '' && k.medan !== 'penugasan')
      .map((k) => ({ label: NAMA_MEDAN[k.medan], teks: (pilihan(k.medan) ? kata[k.nilai] : undefined) ?? k.nilai })),
  };
}
