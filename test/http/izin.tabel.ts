import type { SyaratRute } from '../../src/auth/izin.dekorator';

/*
 * Every route × every role, as it is meant. izin.spec.ts walks all of it against the running application, and fails for a route that is
 * missing here. Roles are held in the agency of the address (SATU); `tanpa` is signed in without any role, `tamu` not signed in.
 *
 *   ya     comes past the guard (what the handler then says is another matter)
 *   403    the person has a role here, but not one for this
 *   404    nothing of this agency exists for this person; so it is for everybody in an agency where they hold no role
 *   masuk  is led to the sign-in page (a program gets 401)
 */
const TABEL = `
metode jalur                                                        izin               pelapor penanggung_jawab koordinator pimpinan inspektur admin operator tanpa tamu
GET    /                                                            beranda.lihat      ya      ya               ya          ya       ya        ya    ya       ya    masuk
GET    /aset/:berkas                                                publik             ya      ya               ya          ya       ya        ya    ya       ya    ya
GET    /audit                                                       audit.pemasangan   403     403              403         403      403       403   ya       403   masuk
GET    /audit.csv                                                   audit.pemasangan   403     403              403         403      403       403   ya       403   masuk
GET    /favicon.ico                                                 publik             ya      ya               ya          ya       ya        ya    ya       ya    ya
GET    /instansi/:instansi                                          instansi.lihat     ya      ya               ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/audit                                    audit.lihat        403     403              403         ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/audit.csv                                audit.ekspor       403     403              403         403      ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana                         rencana.lihat      ya      ya               ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan      rencana.lihat      ya      ya               ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/laporan.pdf             laporan.lihat      ya      ya               ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei/:survei                           survei.lihat       ya      ya               ya          ya       ya        ya    404      404   masuk
GET    /sehat                                                       publik             ya      ya               ya          ya       ya        ya    ya       ya    ya
`;

export const KOLOM = [
  'pelapor',
  'penanggung_jawab',
  'koordinator',
  'pimpinan',
  'inspektur',
  'admin',
  'operator',
  'tanpa',
  'tamu',
] as const;
export type Kolom = (typeof KOLOM)[number];

export interface BarisIzin {
  readonly metode: string;
  readonly jalur: string;
  readonly izin: SyaratRute;
  readonly hasil: Readonly<Record<Kolom, string>>;
}

export function bacaTabel(): BarisIzin[] {
  const [kepala = [], ...isi] = TABEL.trim()
    .split('\n')
    .map((baris) => baris.trim().split(/\s+/));
  if (kepala.slice(3).join() !== KOLOM.join()) throw new Error('Kolom tabel izin tidak seperti KOLOM');
  return isi.map(([metode = '', jalur = '', izin = '', ...sel]) => {
    if (sel.length !== KOLOM.length) throw new Error(`Baris ${metode} ${jalur} tidak lengkap`);
    const hasil = Object.fromEntries(KOLOM.map((kolom, i) => [kolom, sel[i] ?? ''])) as Record<Kolom, string>;
    return { metode, jalur, izin: izin as SyaratRute, hasil };
  });
}
