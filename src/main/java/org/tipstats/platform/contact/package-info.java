/**
 * How people are reached: address, language, and the kinds of messages that they choose. It knows no accounts, so that
 * these can use it.
 */
package org.tipstats.platform.contact;
