/** The parameters of an address of a slot. */
export interface AlamatSlot {
  readonly instansi: string;
  readonly rencana: string;
  readonly kegiatan: string;
  readonly periode: string;
}

export const ALAMAT_SLOT = 'instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode';
