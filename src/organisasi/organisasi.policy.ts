import { peranDi, type Pelaku } from '../auth/pelaku';

/** Units, posts, holdings, roles, settings: the agency's admins. */
export function bolehKelolaOrganisasi(pelaku: Pelaku, instansiId: string): boolean {
  return peranDi(pelaku, instansiId).includes('admin');
}

/** Who works in which unit is no secret in one's own agency. */
export function bolehLihatOrganisasi(pelaku: Pelaku, instansiId: string): boolean {
  return peranDi(pelaku, instansiId).length > 0;
}

/** E-mail addresses and the whole of what a person holds: who manages people, and who inspects. */
export function bolehLihatOrang(pelaku: Pelaku, instansiId: string): boolean {
  return peranDi(pelaku, instansiId).some((p) => p === 'admin' || p === 'inspektur');
}

/** Agencies are created by the installation's operator, who sees none of their content by that. */
export function bolehBuatInstansi(pelaku: Pelaku): boolean {
  return pelaku.operator;
}
