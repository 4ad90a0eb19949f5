/**
 * Signatures of the service: Ed25519 keys and DSSE envelopes (Dead Simple Signing Envelope, version 1). Anyone who has
 * the public key can check a signature without the service.
 */
package org.tipstats.platform.signing;
