import { instansiPelaku, NAMA_PERAN, PERAN, peranDi, type Pelaku, type Peran } from './pelaku';

/** Who may hold a permission: a role in the agency of the address, the installation's operator, or anybody signed in. */
export type Pemegang = Peran | 'operator' | 'pengguna';

/** Every permission and who has it. A route names exactly one of them, or is `@Publik()`; what is not here nobody may do. */
export const IZIN = {
  'akun.kelola': ['pengguna'],
  'audit.ekspor': ['inspektur', 'admin'],
  'audit.lihat': ['pimpinan', 'inspektur', 'admin'],
  'audit.pemasangan': ['operator'],
  'beranda.lihat': ['pengguna'],
  'instansi.buat': ['operator'],
  'instansi.lihat': PERAN,
  'instrumen.kelola': ['koordinator'],
  'laporan.lihat': PERAN,
  'organisasi.kelola': ['admin'],
  'organisasi.lihat': PERAN,
  'organisasi.periksa': ['pimpinan', 'inspektur', 'admin'],
  'orang.lihat': ['inspektur', 'admin'],
  'rencana.lihat': PERAN,
  'saran.ekspor': ['koordinator', 'inspektur'],
  'saran.kelola': ['koordinator'],
  'saran.lihat': ['pelapor', 'penanggung_jawab', 'koordinator', 'pimpinan', 'inspektur'],
  'saran.tanggapi': ['pelapor', 'penanggung_jawab', 'koordinator'],
  'survei.kelola': ['koordinator'],
  'survei.lihat': PERAN,
  'survei.tetapkan': ['pimpinan', 'koordinator'],
} as const satisfies Readonly<Record<string, readonly Pemegang[]>>;

export type Izin = keyof typeof IZIN;

/** Within one agency. The operator counts where the permission names the operator. */
export function punyaIzinDi(pelaku: Pelaku, izin: Izin, instansiId: string): boolean {
  const pemegang: readonly Pemegang[] = IZIN[izin];
  return punyaIzinOperator(pelaku, izin) || peranDi(pelaku, instansiId).some((peran) => pemegang.includes(peran));
}

/** On an address without an agency: whoever has it in any of theirs. */
export function punyaIzin(pelaku: Pelaku, izin: Izin): boolean {
  const pemegang: readonly Pemegang[] = IZIN[izin];
  return (
    pemegang.includes('pengguna') ||
    punyaIzinOperator(pelaku, izin) ||
    instansiPelaku(pelaku).some((instansiId) => punyaIzinDi(pelaku, izin, instansiId))
  );
}

/** By being the operator, whatever the agency. */
export function punyaIzinOperator(pelaku: Pelaku, izin: Izin): boolean {
  const pemegang: readonly Pemegang[] = IZIN[izin];
  return pelaku.operator && pemegang.includes('operator');
}

/** `inspektur atau admin` */
export function kalimatPemegang(pemegang: readonly Pemegang[]): string {
  const nama = pemegang.map((p) =>
    p === 'operator' ? 'operator pemasangan' : p === 'pengguna' ? 'pengguna' : NAMA_PERAN[p].toLowerCase(),
  );
  const akhir = nama.at(-1) ?? 'siapa pun';
  return nama.length < 2 ? akhir : `${nama.slice(0, -1).join(', ')} atau ${akhir}`;
}
