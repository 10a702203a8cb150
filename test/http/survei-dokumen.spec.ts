import { hitungPaket } from '../../src/paket/hitung';
import type { SurveiPaket } from '../../src/paket/paket';
import { teksIndonesia } from '../../src/shared/desimal';
import { medanLayanan } from '../../src/survei/kelola/data-isian';
import { medanUnsur } from '../../src/survei/kelola/hasil-isian';
import { bagianPeriode } from '../../src/survei/kelola/kode.rules';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { contohPaket, imporTanpaSurvei } from '../support/contoh-paket';
import { bacaHtml } from '../support/dokumen-html';
import { buatInstansiUji } from '../support/dua-instansi';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';
import { buatSurvei, isiHasilSurvei, tetapkanSurvei } from '../support/survei-kelola';

jest.setTimeout(120_000);

let uji: AplikasiUji;
let koordinator: PerambanOrganisasi;
const DASAR = '/instansi/SATU';

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  koordinator = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'koordinator' }]);
});

afterAll(() => uji.tutup());

describe('empat dokumen, diketik lewat formulir pada tingkat datanya', () => {
  describe.each(contohPaket().filter((p) => (p.paket.survei ?? []).length > 0))('$nama', ({ paket }) => {
    const { kode: instansi } = paket.instansi;
    const dasar = `/instansi/${encodeURIComponent(instansi)}`;
    let orang: PerambanOrganisasi;

    beforeAll(async () => {
      await imporTanpaSurvei(uji, paket);
      orang = await PerambanOrganisasi.masuk(uji, instansi, [{ instansi, peran: 'koordinator' }]);
    });

    const harap = new Map(hitungPaket(paket).survei.map((s) => [s.kode, s]));

    it.each((paket.survei ?? []).map((s): [string, SurveiPaket] => [s.kode, s]))('%s', async (kode, s) => {
      const unit = await uji.sumber.query<{ id: string; kode: string }[]>(
        'SELECT u.id, u.kode FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE i.kode = $1',
        [instansi],
      );
      const { pelaksanaan, terbit } = s;
      const angka = (n: number | undefined) => (n === undefined ? '' : String(n).replace('.', ','));
      await buatSurvei(orang, dasar, {
        kode,
        judul: s.judul,
        bagian: bagianPeriode(s.periode),
        tahun: String(s.periode.tahun),
        instrumen: s.instrumen,
        ...(pelaksanaan ? { mulai: pelaksanaan.mulai, selesai: pelaksanaan.selesai } : {}),
        populasi: angka(s.populasi),
        responden: angka(s.jumlahResponden),
        ...Object.fromEntries(
          (s.respondenPerLayanan ?? []).map((l) => [
            medanLayanan(unit.find((u) => u.kode === l.unit)?.id ?? ''),
            String(l.jumlah),
          ]),
        ),
      });
      const urut = s.urutanUnsur ?? (s.nilaiUnsur ?? []).map((u) => u.unsur);
      const perUnsur = Object.fromEntries(
        (s.nilaiUnsur ?? []).flatMap((u) => [
          [medanUnsur('angka', u.unsur), [u.nrr, u.nilai].map(angka).filter(Boolean).join('/')],
          [medanUnsur('urut', u.unsur), String(urut.indexOf(u.unsur) + 1)],
        ]),
      );
      const cara = s.nilaiUnsur ? (s.nilaiUnsur.every((u) => u.nilai !== undefined) ? 'nilai' : 'nrr') : 'terbit';
      const simpan = await isiHasilSurvei(
        orang,
        `${dasar}/survei/${kode}`,
        { ...perUnsur, terbitNrr: angka(terbit?.nrr), terbitNilai: angka(terbit?.nilai), terbitMutu: terbit?.mutu ?? '' },
        cara,
      );
      expect([simpan.status, daftarGalat(simpan.isi)]).toEqual([303, []]);
      expect((await tetapkanSurvei(orang, `${dasar}/survei/${kode}`, { alasan: 'sebagaimana dokumen' })).status).toBe(303);

      const { isi, status } = await orang.buka(`${dasar}/survei/${kode}?urut=dokumen`);
      expect(status).toBe(200);
      const { teks } = bacaHtml(isi);
      const h = harap.get(kode);
      for (const nilai of [h?.nilai, h?.terbit?.nilai]) if (nilai) expect(teks).toContain(teksIndonesia(nilai));
      for (const u of h?.unsur ?? []) expect(teks).toMatch(new RegExp(`${u.unsur} [^%]*? ${teksIndonesia(u.nrr ?? '')} ${teksIndonesia(u.nilai ?? '')} ${u.mutu}`)); // prettier-ignore
      const [baris] = await uji.sumber.query<{ tingkat: string; urutan_unsur: string[] | null }[]>(
        'SELECT tingkat, urutan_unsur FROM survei s JOIN instansi i ON i.id = s.instansi_id WHERE i.kode = $1 AND s.kode = $2',
        [instansi, kode],
      );
      expect(baris).toEqual({ tingkat: h?.tingkatData, urutan_unsur: s.urutanUnsur ?? null });
    });
  });

  it('KPU: tabel dalam urutannya sendiri, ditempel, tidak menukar U8 dan U9', async () => {
    const kode = await buatSurvei(koordinator, DASAR, { bagian: 'semester-2', tahun: '2024' });
    const tabel = ['No\tUnsur\tNRR/Nilai', '7\tPerilaku Pelaksana\t3,51/87,74', '8\tSarana dan Prasarana\t3,38/84,43', '9\tPenanganan Pengaduan, Saran, dan Masukan\t3,60/90,09'].join('\n'); // prettier-ignore
    const { status, isi } = await koordinator.kirim(`${DASAR}/survei/${kode}/hasil`, {
      cara: 'nilai',
      aksi: 'tempel',
      tempel: tabel,
    });
    expect(status).toBe(200);
    const letak = ['U7', 'U9', 'U8'].map((u) => isi.indexOf(`name="${medanUnsur('angka', u)}"`));
    expect(letak).toEqual([...letak].sort((a, b) => a - b));
    expect(isi).toContain(`name="${medanUnsur('angka', 'U9')}" value="3,38/84,43"`);
    expect(isi).toContain(`name="${medanUnsur('angka', 'U8')}" value="3,60/90,09"`);
    const [ada] = await uji.sumber.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM survei_unsur u JOIN survei s ON s.id = u.survei_id JOIN instansi i ON i.id = s.instansi_id
       WHERE s.kode = $1 AND i.kode = 'SATU'`,
      [kode],
    );
    expect(ada?.n).toBe(0);
  });
});
