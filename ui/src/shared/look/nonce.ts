import { setNonce } from 'get-nonce';

/** The nonce that the server put into the page for the style sheets which libraries add while running. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

setNonce(styleNonce);
