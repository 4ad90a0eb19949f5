/**
 * Signing in to the website: sessions, their cookie, and the token that each form carries.
 *
 * <p>An account's token opens a session, and the session ends with that token at the latest: if an administrator
 * revokes the token, the session ends at once. The cookie is read only under {@code /desk} and {@code /sign-*} of the
 * website; the API accepts tokens only. Every form that is sent to these paths carries a token that only pages of the
 * same session know. A filter checks the token.
 */
package org.tipstats.site.session;
