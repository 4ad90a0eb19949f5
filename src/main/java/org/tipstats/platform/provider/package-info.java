/**
 * Sign-in from outside: tokens in the header of a request, and the organisation's provider, with which people and
 * programs sign in (OpenID Connect). The framework speaks the protocol of the provider and checks state, nonce,
 * signatures, issuers, audiences and times. {@code site.session} has the sessions; {@code access} has the accounts and
 * tokens of this service.
 */
package org.tipstats.platform.provider;
