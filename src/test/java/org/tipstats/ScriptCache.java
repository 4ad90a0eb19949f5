package org.tipstats;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassRegistry;
import groovy.lang.Script;
import io.restassured.internal.path.json.JSONAssertion;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Keeps the compiled form of the paths with which tests read an answer. REST Assured compiles a path as a script of
 * Groovy each time that a test reads one: seven milliseconds of the processor, more than most requests take. A path of
 * the same text is compiled once here, and runs with the answer and the parameters of its call.
 */
final class ScriptCache extends DelegatingMetaClass {

    /** Compiles and runs a script with the name and the value of its root. */
    private static final String RUN = "eval";

    private final Map<String, Class<? extends Script>> scripts = new ConcurrentHashMap<>();
    private final Queue<String> compiled = new ConcurrentLinkedQueue<>();

    private ScriptCache(MetaClass usual) {
        super(usual);
        initialize();
    }

    /** Lets REST Assured use the cache from now on, once. */
    static synchronized void install() {
        MetaClassRegistry registry = GroovySystem.getMetaClassRegistry();
        MetaClass usual = registry.getMetaClass(JSONAssertion.class);
        if (!usual.getClass().getName().equals(ScriptCache.class.getName())) {
            registry.setMetaClass(JSONAssertion.class, new ScriptCache(usual));
        }
    }

    /** Returns how often this cache compiled a script with a word in its text. */
    long compiled(String word) {
        return compiled.stream().filter(text -> text.contains(word)).count();
    }

    /** Groovy comes here when a method of an object calls another one of the same object. */
    @Override
    @SuppressWarnings("rawtypes")
    public Object invokeMethod(
            Class sender, Object object, String name, Object[] arguments, boolean isSuper, boolean fromInside) {
        return name.equals(RUN)
                ? run(object, arguments)
                : super.invokeMethod(sender, object, name, arguments, isSuper, fromInside);
    }

    private Object run(Object assertion, Object[] arguments) {
        Map<Object, Object> values = new HashMap<>();
        if (getProperty(assertion, "params") instanceof Map<?, ?> parameters) {
            values.putAll(parameters);
        }
        values.put(arguments[0].toString(), arguments[1]);
        Class<? extends Script> script = scripts.computeIfAbsent(arguments[2].toString(), this::compile);
        return InvokerHelper.createScript(script, new Binding(values)).run();
    }

    private Class<? extends Script> compile(String text) {
        compiled.add(text);
        return new GroovyShell().parse(text).getClass();
    }
}
