import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { normalSandi, SANDI_TERPANJANG } from './sandi.rules';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane; about 40 ms here. */
export const BIAYA_SANDI = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const AWAL_SANDI = `$argon2id$v=19$m=${BIAYA_SANDI.memoryCost},t=${BIAYA_SANDI.timeCost},p=${BIAYA_SANDI.parallelism}$`;

/** How passwords are kept and compared. */
@Injectable()
export class SandiService {
  private hampa: Promise<string> | null = null;

  buat(sandi: string): Promise<string> {
    return hash(normalSandi(sandi), BIAYA_SANDI);
  }

  /**
   * Takes as long for an account that does not exist, or has no password, as for one that does.
   * @param tersimpan null when there is none
   */
  async cocok(tersimpan: string | null, sandi: string): Promise<boolean> {
    const dibandingkan = tersimpan ?? (await this.sandiHampa());
    const benar = await verify(dibandingkan, normalSandi(sandi.slice(0, SANDI_TERPANJANG * 4)));
    return benar && tersimpan !== null;
  }

  /** It was made in another way, or at another cost, than is asked today. */
  perluDiperbarui(tersimpan: string): boolean {
    return !tersimpan.startsWith(AWAL_SANDI);
  }

  private sandiHampa(): Promise<string> {
    this.hampa ??= this.buat(randomBytes(32).toString('base64url'));
    return this.hampa;
  }

  /** So that the first stranger does not wait for the dummy to be made. */
  async onModuleInit(): Promise<void> {
    await this.sandiHampa();
  }
}
