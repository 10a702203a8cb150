import { Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { randomUUID } from 'node:crypto';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna, GalatTidakDitemukan } from '../../shared/galat';
import { Jam } from '../../shared/jam';
import { Kunci } from '../kunci';
import { MasukService, type HasilMasuk, type Peramban } from '../masuk/masuk.service';
import { PengaturanAuth } from '../pengaturan';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import { normalSurel } from '../surel.rules';
import { bentukToken, sidikToken } from '../token';
import { PenyediaQuery, type Penyedia } from './penyedia.query';

/** Seconds for the way to the provider and back, and for one answer of the provider. */
const UMUR_PERJALANAN = 600;
const BATAS_JAWABAN = 8;

interface Perjalanan {
  readonly penyediaId: string;
  readonly pemeriksa: string;
  readonly nonce: string;
  readonly lanjut: string;
}

/** Why nobody was signed in; each has its sentence on the page. */
export type SebabOidc = 'perjalanan' | 'penyedia' | 'surel' | 'takDikenal';
export type HasilOidc =
  | { readonly jenis: 'gagal'; readonly sebab: SebabOidc }
  | { readonly jenis: 'masuk'; readonly hasil: Extract<HasilMasuk, { jenis: 'masuk' }>; readonly lanjut: string };

export function gunaRahasia(instansiId: string): string {
  return `oidc/${instansiId}`;
}

/** Signing in by the provider of an agency: authorization code with PKCE, state bound to the browser, nonce. */
@Injectable()
export class OidcService {
  private readonly pencatat = new Logger(OidcService.name);

  constructor(
    private readonly penyedia: PenyediaQuery,
    private readonly pengguna: PenggunaQuery,
    private readonly masuk: MasukService,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly kunci: Kunci,
    private readonly pengaturan: PengaturanAuth,
    private readonly jam: Jam,
  ) {}

  /**
   * @param tamu token of the browser; only it may come back
   * @returns where to send the browser
   * @throws {GalatTidakDitemukan} @throws {GalatPengguna} when the provider does not answer
   */
  async mulai(penyediaId: string, tamu: string, lanjut: string, alamat: string): Promise<string> {
    const penyedia = await this.penyedia.untukMasuk(penyediaId);
    if (!penyedia) throw new GalatTidakDitemukan('Jalan masuk lewat instansi itu tidak ada, atau sudah ditutup.');
    const pengaturan = await this.temukan(penyedia);
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const pemeriksa = oidc.randomPKCECodeVerifier();
    const kini = this.jam.sekarang();
    await this.transaksi.manager.query('DELETE FROM perjalanan_oidc WHERE berakhir < $1', [kini]);
    await this.transaksi.manager.query(
      'INSERT INTO perjalanan_oidc (sidik, penyedia_id, sidik_tamu, pemeriksa, nonce, lanjut, berakhir) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [
        sidikToken(state),
        penyedia.id,
        sidikToken(tamu),
        pemeriksa,
        nonce,
        lanjut,
        new Date(kini.getTime() + UMUR_PERJALANAN * 1000),
      ],
    );
    const tujuan = oidc.buildAuthorizationUrl(pengaturan, {
      redirect_uri: alamatKembali(alamat, penyedia.id),
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(pemeriksa),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return tujuan.href;
  }

  /** @param kueri of the request, `?code=…&state=…` */
  async selesai(
    penyediaId: string,
    kueri: string,
    tamu: string | undefined,
    alamat: string,
    peramban: Peramban,
  ): Promise<HasilOidc> {
    const state = new URLSearchParams(kueri).getAll('state');
    const perjalanan =
      state.length === 1 && bentukToken(tamu) ? await this.ambilPerjalanan(penyediaId, state[0] ?? '', tamu) : null;
    const penyedia = perjalanan ? await this.penyedia.untukMasuk(penyediaId) : null;
    if (!perjalanan || !penyedia) return { jenis: 'gagal', sebab: 'perjalanan' };
    const klaim = await this.tukar(penyedia, `${alamatKembali(alamat, penyedia.id)}?${kueri}`, state[0] ?? '', perjalanan);
    if (!klaim) return { jenis: 'gagal', sebab: 'penyedia' };
    const surel = typeof klaim['email'] === 'string' ? normalSurel(klaim['email']) : null;
    if (surel === null || klaim['email_verified'] !== true) return { jenis: 'gagal', sebab: 'surel' };
    const akun = await this.kenali(penyedia, klaim.sub, surel);
    if (!akun) {
      await this.masuk.catatGagal(null, 'oidc');
      return { jenis: 'gagal', sebab: 'takDikenal' };
    }
    // The holder's own second factor is asked for by whatever way one comes in; one that the agency demands, by `pelaku_sesi`.
    const tahap = akun.totpSejak === null ? 'penuh' : 'totp';
    const hasil = await this.masuk.mulai(akun, tahap, 'oidc', peramban, { lewatInstansiId: penyedia.instansiId });
    return { jenis: 'masuk', hasil, lanjut: perjalanan.lanjut };
  }

  /** Whether the provider answers as one. @throws {GalatPengguna} with what to mend */
  async periksa(penyedia: Pick<Penyedia, 'penerbit' | 'klienId' | 'klienRahasia' | 'instansiId'>): Promise<void> {
    await this.temukan(penyedia);
  }

  /** Used once, by the browser that set out, before it ends. */
  private async ambilPerjalanan(penyediaId: string, state: string, tamu: string): Promise<Perjalanan | null> {
    const [baris] = await this.transaksi.manager.query<[Perjalanan[], number]>(
      `DELETE FROM perjalanan_oidc WHERE sidik = $1 AND sidik_tamu = $2 AND penyedia_id::text = $3 AND berakhir > $4
       RETURNING penyedia_id AS "penyediaId", pemeriksa, nonce, lanjut`,
      [sidikToken(state), sidikToken(tamu), penyediaId, this.jam.sekarang()],
    );
    return baris[0] ?? null;
  }

  /** Code → claims: from the signed ID token, and from the user info where the token has no address. Null when anything does not hold. */
  private async tukar(
    penyedia: Penyedia,
    alamat: string,
    expectedState: string,
    { pemeriksa, nonce }: Perjalanan,
  ): Promise<(Record<string, unknown> & { sub: string }) | null> {
    try {
      const pengaturan = await this.temukan(penyedia);
      const token = await oidc.authorizationCodeGrant(pengaturan, new URL(alamat), {
        pkceCodeVerifier: pemeriksa,
        expectedState,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const klaim = token.claims();
      if (!klaim) return null;
      if (klaim['email'] !== undefined || !pengaturan.serverMetadata().userinfo_endpoint) return { ...klaim };
      return { ...klaim, ...(await oidc.fetchUserInfo(pengaturan, token.access_token, klaim.sub)), sub: klaim.sub };
    } catch (galat) {
      this.pencatat.warn(`Penyedia identitas menolak: ${galat instanceof Error ? galat.message : String(galat)}`);
      return null;
    }
  }

  /**
   * The person whom the provider means: by its subject, or the first time by a verified address that the agency knows. A provider
   * speaks for its own agency only: for people with a role there, never for the operator.
   */
  private kenali(penyedia: Penyedia, subjek: string, surel: string): Promise<Pengguna | null> {
    return this.transaksi.jalankan(async (manager) => {
      const [terkait] = await manager.query<{ penggunaId: string }[]>(
        'SELECT pengguna_id AS "penggunaId" FROM identitas_luar WHERE penerbit = $1 AND subjek = $2',
        [penyedia.penerbit, subjek],
      );
      const akun = terkait ? await this.pengguna.satu(terkait.penggunaId) : await this.pengguna.menurutSurel(surel);
      if (!akun || akun.operator || !this.masuk.bolehMasuk(akun)) return null;
      const peran = await this.pengguna.peran(akun.id, this.transaksi.konteks.oleh);
      if (!peran.some((p) => p.instansiId === penyedia.instansiId)) return null;
      if (terkait) return akun;
      await manager.query('INSERT INTO identitas_luar (id, pengguna_id, penerbit, subjek, dibuat) VALUES ($1, $2, $3, $4, $5)', [
        randomUUID(),
        akun.id,
        penyedia.penerbit,
        subjek,
        this.jam.sekarang(),
      ]);
      const oleh = { penggunaId: akun.id, nama: akun.nama, jabatan: null };
      const sasaran = { jenis: 'pengguna', id: akun.id, nama: akun.nama };
      const sesudah = { penerbit: penyedia.penerbit };
      await this.audit.catat('pengguna.kaitkan', { instansiId: null, sasaran, oleh, sebelum: null, sesudah });
      return akun;
    });
  }

  private async temukan({
    penerbit,
    klienId,
    klienRahasia,
    instansiId,
  }: Omit<Penyedia, 'id' | 'label' | 'aktif'>): Promise<oidc.Configuration> {
    const url = new URL(penerbit);
    if (url.protocol !== 'https:' && !this.pengaturan.oidcTanpaTls)
      throw new GalatPengguna('Alamat penyedia identitas harus https.');
    const rahasia = this.kunci.buka(klienRahasia, gunaRahasia(instansiId));
    const tanpaTls = this.pengaturan.oidcTanpaTls ? [oidc.allowInsecureRequests] : [];
    try {
      return await oidc.discovery(url, klienId, rahasia, undefined, { execute: tanpaTls, timeout: BATAS_JAWABAN });
    } catch (galat) {
      this.pencatat.warn(
        `Penyedia identitas ${url.host} tidak dapat dihubungi: ${galat instanceof Error ? galat.message : String(galat)}`,
      );
      throw new GalatPengguna(
        'Penyedia identitas instansi itu tidak menjawab sebagaimana mestinya. Coba lagi sebentar lagi, atau masuk dengan kata sandi.',
        {
          cause: galat,
        },
      );
    }
  }
}

export function alamatKembali(alamat: string, penyediaId: string): string {
  return `${alamat}/masuk/oidc/${penyediaId}/kembali`;
}
