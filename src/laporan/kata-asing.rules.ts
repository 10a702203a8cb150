/**
 * Foreign words that agencies write in their plans and reports and that Indonesian spelling (EYD V) sets in italics. Longer phrases
 * first, so that "customer service enhancement" is one phrase. Words that the KBBI has taken in (aplikasi, monitor) are not here.
 */
const KATA_ASING = [
  'customer service enhancement', 'customer service', 'customer satisfaction index', 'whistle blowing system', 'whistleblowing system',
  'early warning system', 'knowledge management system', 'standard operating procedure', 'one unit one innovation', 'person in charge',
  'continuous improvement', 'good governance', 'service excellence', 'service excellent', 'single window', 'virtual helpdesk',
  'coffee morning', 'sharing session', 'social media', 'whatsapp official', 'whatsapp group', 'user friendly', 'source code',
  'data warehouse', 'core values', 'core value', 'core business', 'follow up', 'back up', 'road map', 'real time', 'focus group discussion',
  'front office', 'back office', 'front liner', 'frontliner', 'help desk', 'help center', 'call center', 'video call',
  'live chat', 'quick win', 'quick wins', 'public hearing', 'less paper', 'paperless', 'team building', 'capacity building', 'job fair',
  'running text', 'hand sanitizer', 'world bank', 'e-government', 'e-learning', 'e-mail', 'stakeholders', 'stakeholder', 'upgrade',
  'upgrading', 'update', 'website', 'database', 'dashboard', 'helpdesk', 'barcode', 'feedback', 'briefing', 'coaching', 'mentoring',
  'monitoring', 'workshop', 'mindset', 'follower', 'support', 'security', 'reward', 'punishment', 'progress', 'online', 'offline',
  'whatsapp', 'output', 'outcome', 'input', 'outsourcing', 'banner', 'booklet', 'leaflet', 'flyer', 'download', 'upload', 'login',
  'error', 'link', 'server', 'software', 'hardware', 'review', 'refreshment', 'refresh', 'sharing', 'value', 'live streaming', 'zoom meeting',
] as const; // prettier-ignore

const urut = [...KATA_ASING].sort((a, b) => b.length - a.length).map((k) => k.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** Matches a foreign phrase as a whole word; a hyphen may stand before it ("meng-upgrade") or after it ("error-nya"). Global. */
export const POLA_ASING = new RegExp(`(?<![\\p{L}\\p{N}@/.])(?:${urut.join('|')})(?![\\p{L}\\p{N}@/]|\\.\\p{L})`, 'giu');
