import { GalatPengguna } from '../../shared/galat';
import type { KegiatanTersusun } from './susunan';

/** Somebody else wrote the kegiatan after it was read: what it says now, so that both texts can be shown. Nothing was written. */
export class GalatUsang extends GalatPengguna {
  override readonly name: string = 'GalatUsang';

  /** @param kini null when it is gone */
  constructor(
    readonly kode: string,
    readonly kini: KegiatanTersusun | null,
  ) {
    super(
      kini === null
        ? `Kegiatan ${kode} sudah tidak ada dalam rencana ini. Muat ulang rencananya.`
        : `Kegiatan ${kode} sudah diubah ${kini.diubahNama ?? 'oleh impor'} sesudah Anda membukanya. Bandingkan dahulu.`,
    );
  }
}

/** The plan is another one than the dry run or the form was made from. Nothing was written. */
export class GalatRencanaBerubah extends GalatPengguna {
  override readonly name: string = 'GalatRencanaBerubah';
}

/** What was written of one or several kegiatan cannot be taken; faults of all of them at once. */
export class GalatIsiKegiatan extends GalatPengguna {
  override readonly name: string = 'GalatIsiKegiatan';

  /** @param daftar `ke`: place in the list of changes, 0 for a single act */
  constructor(readonly daftar: readonly { readonly ke: number; readonly medan: string; readonly pesan: string }[]) {
    super(daftar.map((g) => `${g.pesan}.`).join(' '));
  }
}
