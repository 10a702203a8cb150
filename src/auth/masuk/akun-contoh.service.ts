import { Injectable } from '@nestjs/common';
import { Kunci } from '../kunci';
import { PengaturanAuth } from '../pengaturan';
import { PenggunaQuery } from '../pengguna.query';
import { rangkaiKata } from '../sandi/rangkai-kata';

/** Accounts to look around with, and the password that they share. */
export interface AkunContoh {
  readonly sandi: string;
  readonly daftar: readonly { readonly surel: string; readonly nama: string }[];
}

/** The same after every start of one installation, and another one in every other. */
export function sandiContoh(kunci: Kunci): string {
  return rangkaiKata(kunci.turunan('akun-contoh'));
}

/** Demonstration accounts exist on the embedded database only; elsewhere they may not sign in, even if a copied database has some. */
@Injectable()
export class AkunContohService {
  private operatorAda = false;

  constructor(
    private readonly pengguna: PenggunaQuery,
    private readonly kunci: Kunci,
    private readonly pengaturan: PengaturanAuth,
  ) {}

  /** For whoever starts the application. */
  async daftar(): Promise<AkunContoh | null> {
    if (!this.pengaturan.akunContoh) return null;
    const daftar = await this.pengguna.contoh();
    return daftar.length > 0 ? { sandi: sandiContoh(this.kunci), daftar } : null;
  }

  /** Somebody may create agencies and invite their admins; true from then on. */
  async adaOperator(): Promise<boolean> {
    this.operatorAda ||= await this.pengguna.adaOperator(this.pengaturan.akunContoh);
    return this.operatorAda;
  }

  /** For the sign-in page. */
  tawarkan(): Promise<AkunContoh | null> {
    return this.pengaturan.tawarkanAkunContoh ? this.daftar() : Promise.resolve(null);
  }
}
