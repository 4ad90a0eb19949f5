package org.tipstats.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method with a JSON reply that everyone may cache if they revalidate it each time. The reply gets a
 * strong tag of its content. Replies to requests with a token stay unchanged.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Revalidated {}
