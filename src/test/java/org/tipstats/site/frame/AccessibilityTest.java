package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The check of pages in a browser finds what is not accessible, also where only one of many like texts is at fault. */
@QuarkusTest
class AccessibilityTest extends PageTest {

    private static final String LIST = """
            () => {
              const list = document.createElement('ul');
              list.innerHTML = '<li class="one">Text</li>'.repeat(20);
              document.querySelector('main').append(list);
            }""";

    private static void assertFault(String rule, PageView look, String change) {
        try (BrowserPage seen = open("/check", look)) {
            Page page = seen.page();
            page.evaluate(LIST);
            seen.check();
            page.evaluate(change);
            String fault = assertThrows(AssertionError.class, seen::check, rule).getMessage();
            assertTrue(fault.contains(rule + ": "), fault);
        }
    }

    @Test
    void oneTextOfManyThatIsHardToReadIsFound() {
        PageView look = PageView.at(PageView.DESK);
        assertFault("color-contrast", look, "() => document.querySelectorAll('.one')[9].style.color = '#bbb'");
        assertFault("color-contrast", look.dark(), "() => document.querySelectorAll('.one')[9].style.color = '#333'");
        assertFault(
                "color-contrast",
                look,
                "() => { const one = document.querySelectorAll('.one')[9]; one.innerHTML = '<b>Text</b>';"
                        + " one.style.backgroundColor = '#333'; }");
        assertFault("color-contrast", look, "() => document.querySelectorAll('.one')[9].style.opacity = '0.3'");
    }

    @Test
    void aTextThatAnotherElementMakesHardToReadIsFound() {
        assertFault(
                "color-contrast",
                PageView.at(PageView.DESK),
                "() => { document.styleSheets[0].insertRule('.one:nth-child(7) { background: #777; color: #888 }'); }");
    }

    @Test
    void aFaultThatHasNothingToDoWithColoursIsFoundInBothLanguages() {
        String unnamed = "() => document.querySelectorAll('.one')[9].innerHTML = '<button></button>'";
        assertFault("button-name", PageView.at(PageView.DESK), unnamed);
        assertFault("button-name", PageView.at(PageView.PHONE).in("ar"), unnamed);
        assertFault("button-name", PageView.at(PageView.PHONE).dark(), unnamed);
        String small =
                "() => { document.querySelectorAll('.one')[9].innerHTML = '<button>a</button><button>b</button>';"
                        + " document.styleSheets[0].insertRule('.one button { all: unset; font-size: 8px; line-height: 1 }'); }";
        assertFault("target-size", PageView.at(PageView.DESK), small);
        assertFault("target-size", PageView.at(PageView.PHONE).in("ar"), small);
    }
}
