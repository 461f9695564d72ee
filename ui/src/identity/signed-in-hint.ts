/**
 * Which session this browser has, as far as it knows. Only a hint: the cookies that count cannot be read from here.
 */
const KEY = 'daybook-session';

export const hasSignedIn = () => localStorage.getItem(KEY) !== null;
export const ownSession = () => localStorage.getItem(KEY);
export const rememberSession = (id: string) => localStorage.setItem(KEY, id);
export const forgetSession = () => localStorage.removeItem(KEY);
