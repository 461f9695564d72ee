/** The token of a letter's link. It stands behind the # so that no server and no log sees it before it is used. */
export const linkToken = () => new URLSearchParams(location.hash.slice(1)).get('token');
