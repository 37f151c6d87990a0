package se.siru.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailDomainsTest {
  private static final MailDomains MAIL = MailDomains.standard();

  @Test
  void onlyTheDomainOfAnAddressIsKept() {
    assertEquals(List.of("habo.se", "edu.habo.example"),
        MailDomains.ofAddresses("Elin <elin.x@HABO.se>; b@edu.habo.example, c@habo.se"));
    assertEquals(List.of(), MailDomains.ofAddresses("no address: habo.se, elin(at)habo.se"));
    assertEquals(List.of("småland.example"), MailDomains.ofAddresses("x@småland.example."));
  }

  @Test
  void sitesCountWhereTheyAreAskedFor() {
    assertEquals(List.of("habo.se"), MailDomains.ofSites("https://www.habo.se/om?x=1"));
    assertEquals(List.of("habo.se"), MailDomains.ofSites("habo.se"));
    assertEquals(List.of("vav.example", "www2.habo.se"), MailDomains.ofSites("info@vav.example; http://www2.habo.se"));
    assertEquals(List.of(), MailDomains.ofSites("ingen, -"));
  }

  @Test
  void whatIsOpenToAnybodySaysNothingWithAllBelowIt() {
    assertTrue(MAIL.isPublic("gmail.com"));
    assertTrue(MAIL.isPublic("forening.wordpress.com"));
    assertFalse(MAIL.isPublic("notgmail.com"));
    assertTrue(MAIL.withPublic(List.of(" Byanet.example ")).isPublic("byanet.example"));
    assertEquals(List.of("edu.habo.se", "habo.se"), MailDomains.upwards("edu.habo.se"));
  }
}
