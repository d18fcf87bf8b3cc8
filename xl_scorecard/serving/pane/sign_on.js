// @ts-check
/// <reference types="office-js" />
// What a press carries so that the service knows who pressed.

/**
 * The headers that xlwings Server's own providers want to see; a proxy that signs on wants none from here. Office
 * keeps the token and gets another once it has run out, so that nobody else need keep it (sso-in-office-add-ins).
 * @param {string[]} providers
 * @returns {Promise<Record<string, string>>}
 */
export async function signedOn(providers) {
  if (!providers.includes("entraid")) return {};
  try {
    const token = await Office.auth.getAccessToken({ allowSignInPrompt: true, allowConsentPrompt: true });
    return { Authorization: `Bearer ${token}`, "Auth-Provider": "entraid" };
  } catch (error) {
    const { code, message } = /** @type {OfficeExtension.Error} */ (error);
    throw new Error(`Office could not sign you on (${code}): ${message} Nothing was changed: tell IT.`);
  }
}
