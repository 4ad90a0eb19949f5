/**
 * The ways in from outside: tokens in the header of a request, and the organisation's provider, with which people and programs
 * sign in (OpenID Connect). The framework speaks the protocol of the provider and checks state, nonce, signatures, issuers,
 * audiences and times. Sessions are those of the website, see {@code site.session}; accounts and tokens of this service are in
 * {@code access}.
 */
package org.tipstats.platform.provider;
