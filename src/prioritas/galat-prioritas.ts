import type { Tempat } from '../organisasi/tempat';
import { GalatPengguna } from '../shared/galat';
import { HalamanTidakAda } from '../shared/galat.view';
import { jalur } from '../shared/tampilan/tautan';

/** Somebody else ordered the priorities since the page was opened. Nothing was written. */
export class GalatUrutanBerubah extends GalatPengguna {
  override readonly name: string = 'GalatUrutanBerubah';

  constructor() {
    super('Urutannya baru saja diubah orang lain, jadi tidak dipindahkan. Lihat urutan yang sekarang, lalu pindahkan lagi.');
  }
}

export function prioritasTidakAda({ instansi }: Pick<Tempat, 'instansi'>, rencana: string): HalamanTidakAda {
  return new HalamanTidakAda('Prioritas ini tidak ada dalam rencananya; mungkin sudah dikeluarkan atau digabungkan.', {
    teks: 'Buka daftar prioritas',
    tautan: jalur('instansi', instansi.kode, 'rencana', rencana, 'prioritas'),
  });
}
