package org.tipstats.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method with a JSON reply that everyone may keep, if they ask each time whether it is still the same: it
 * gets a strong tag of its content. Replies to those who sign in are left alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Revalidated {}
