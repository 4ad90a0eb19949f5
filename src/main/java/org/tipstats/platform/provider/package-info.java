/**
 * Sign-in by tokens in the header of a request, and with the organisation's provider (OpenID Connect), which people and
 * programs may use. The framework speaks the protocol of the provider and checks state, nonce, signatures, issuers,
 * audiences and times. The package {@code site.session} manages the sessions; the package {@code access} manages the
 * accounts and tokens of this service.
 */
package org.tipstats.platform.provider;
