/**
 * What every answer says to the browser. Scripts, styles and connections come from this host alone; nobody frames it;
 * nothing is kept on disk, since answers are the shop's.
 *
 * @param origin such as `http://127.0.0.1:41234`
 * @param address the path asked for
 */
export function securityHeaders(origin: string, address: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(origin, address),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), clipboard-write=(self)',
    'Cache-Control': 'no-store',
  }
}

function contentSecurityPolicy(origin: string, address: string): string {
  // antd writes its styles into <style> elements at run time; the panel has none of it.
  const styles = address.startsWith('/workbench') ? "'self' 'unsafe-inline'" : "'self'"
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${origin.replace('http:', 'ws:')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
