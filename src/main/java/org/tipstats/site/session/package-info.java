/**
 * Signing in to the website: sessions, their cookie, and the token that each form carries.
 *
 * <p>The token of an account, or the organisation's provider, opens a session. A session that a token opened never
 * outlives the token: if an administrator revokes the token, the session ends at once. The cookie is read only under
 * {@code /desk} and {@code /sign-*} of the website, and for the form of an invitation; the API accepts tokens only.
 * Every form that is sent to these paths contains a form token that only pages of the same session know. A filter
 * checks the form token.
 */
package org.tipstats.site.session;
