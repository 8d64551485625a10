//! First names that many people in England have: what a bare "Olivia" in a pen portrait is known
//! by. Without names that are also words, months or places.

/// Children's and adults' names, in small letters.
pub(super) const FIRST_NAMES: &str = "\
    aaliyah aaron abdi abdirahman abdul abdullah abdullahi abel abena abigail abimbola abiola \
    abraham ada adaeze adam adaora ade adebayo adeel adel adele adeola adil adnan \
    adrian adriana afia agata agnes agnieszka ahmad ahmed ahmet aidan aiden aimee aine ainsley \
    aisha aishah aisling aiyana ajay akash akin akua alan alana alastair albert albie aleena \
    alejandro aleksander aleksandra alessandro alessia alexander alexandra alexandru alexia \
    alfie alfonso alfred alhassan ali alice alicia alina alisha alison alistair aliya aliyah \
    allan alma alya alyssa amaan amal aman amanda amandeep amara amari amelia amelie amin amina \
    aminah amir amira amit ammar amna amrit amy ana anais anand anastasia anders andre andrea \
    andreas andreea andrei andrew andrzej aneurin angela angus ania aniela anika anil anisa \
    anita anjali anjum anna annabel annabelle anne annie annika anoushka ansel anthea anthony \
    antoine anton antonella antoni antonia antonio anwar anwen anya aoife aqib archie arham aria \
    ariana arif arjun arlene arlo armaan armando arta arthur arun arwen arya asad asha ashleigh \
    ashley asim asma aston astrid augusta augustus aurelia austen ava avani aya \
    ayaan ayan ayaz ayesha ayla ayman ayomide ayra ayrton azaan azra babatunde barbara barnaby \
    barney bartek bartosz beata beatrice beatrix beatriz beau becky bella benedict \
    benjamin benjie berat berenice bernadette bernard bernice bernie bethan bethany betsy betty \
    beverley bianca bilal blake bobby bogdan bonnie boris bradley brandon branwen brenda brendan \
    brendon brian bridget briony brody brogan bronagh bronte bronwen bronwyn bryony bukola burak \
    cahal caitlin caitlyn caleb callum calum calvin cameron camilla candice cara carl carla \
    carlos carly carmen caroline carolyn caron carys casey caspar casper cassandra \
    catalina cathal catherine cathy catrin cecilia celia celina cerys chanel chantal \
    chantelle charis charles charlie charlotte cheryl chiara chidera chidi chika chinedu chioma \
    chloe christa christelle christina christine christopher christos cian ciara ciaran cillian \
    claire clara clare clarissa claudia claudio clementine clifford clive clodagh clyde cody \
    colette colin conall connie connor conor cora coralie cordelia corey corinne cormac \
    courtney craig cristian cynthia cyril cyrus dafydd dagmar daisy dalia damian damien damilola \
    damon danica daniel daniela danielius danielle daniil danny danuta daphne darcey darcy daria \
    darius darren daryl dave david davina dawid deacon deanna deborah declan deepak deirdre \
    delia delilah delroy demetrius demi denis denisa denise dennis denny denzel derek desmond \
    dexter diana diane diego dilys dimitri dina dionne dolores dominic dominik donald donna \
    donnie doreen dorian doris dorothy douglas duncan dwayne dwight dylan dylis eamon ebony \
    ebrahim eddie eddy edith edmund edna eduardo edward edwin edwina efe efua egan ehsan eileen \
    eilidh eirlys ekaterina elaine eleanor elena eleni eleri elham elias elijah elin elinor elio \
    elis elisa elise elissa eliza elizabeth ella ellen ellie elliot elliott ellis elodia elodie \
    eloisa eloise elouise elsie elspeth elton elvira emeka emelia emil emilia emilie emilija \
    emily emine emma emmanuel emmanuela emmeline emmet emre enid enzo eoin ephraim eren eric \
    erica erik erika erin ernest ernie esme esmee esra estelle ester esther ethan ethel etta \
    eugene eugenia eunice eva evan evangeline evelyn evie ewa ewan ewelina eyad ezra fabian \
    fabio fabrizio fadi fahad faisal faiza faizan farah fares farhan farida farooq farrah fatema \
    fatima fatimah fatma fatoumata faye felicity felix femi fenella ferdinand fergus \
    fernanda fernando ffion fflur fidel filip filipa finian finlay finley finn finnley fintan \
    fiona fionn fiorella flavia fletcher florian folake frances francesca francesco francine \
    francis francisco franciszek frankie fraser freda freddie frederick freida freja freya gabor \
    gabriel gabriela gabriele gabriella gabrielle gaia gareth garth gary gaurav gavin gaynor \
    gemma geoffrey george georgie georgina gerald geraldine gerard germaine gianni gideon \
    gilbert giles gillian gina giorgia giorgio giovanni giulia glenda glenn glyn glynis godfrey \
    gordon gosia gracie graham grainne greg gregor gregory greta gruffydd grzegorz gulsen \
    gurdeep gurpreet gwen gwendolyn gwilym gwyneth habiba hadi hadiya hafiz hafsa haider hajra \
    hakim halima halina hallie hamid hamida hamish hamza hana hania hanna hannah hannan hans \
    haris harjit harley harold haroon harper harriet harris harrison harry harun harvey hasan \
    hashim hassan hassana hattie hayat hayden haydn hayley hector hefin heidi helen helena helga \
    henrietta henry herbert hetty hiba hilary hira hollie holly horace hortense howard \
    huda hudson hugh hugo humaira humza husna hussain hussein huw hyacinth hywel iain ian \
    ibraheem ibrahim ida idowu idrees idris iestyn ieuan ifan ifeanyi ifeoma ignacy igor ikra \
    ilaria ileana ilham ilona ilyas imaan imani imelda imogen imran inaaya inaya inderjit indira \
    ines inga ingrid inigo ioan ioana iolo iona iqra ira irena irene irfan irina iris irma isaac \
    isabel isabella isabelle isadora isaiah isha ishaan ishmael isidora isla ismael ismail \
    isobel isobelle issac issy ivan ivana ivy iwan iwona izaan izabela izabella izzy jacek jack \
    jackie jackson jacob jacqueline jacques jad jade jaden jago jagoda jahid jaiden jake jakub \
    jamal jameel jameela james jamie jamila jana jane janek janet janice janine jannat janusz \
    jared jarek jasleen jasmin jasmine jason jasper jaspreet jaswinder javed javeria javier \
    jaxon jaxson jay jayan jayden jaydon jaylen jayne jazmin jeanette jeffrey jelena jemima \
    jemma jenna jennifer jenny jensen jeremiah jeremy jerome jerzy jessa jesse jessica jessie \
    jethro jibril jill jimmy joachim joan joanna joanne jocelyn jodie joe joel joey johan \
    johannes john johnathan johnny jolene jonah jonas jonathan jonty jordana jorge josef \
    josefina joseph josephine josh joshua josiah josie joyce juan juanita jude judit judith judy \
    jules julia julian juliana julianna julie julien juliet julius junaid justas justin justine \
    justyna kabir kacper kaden kaiden kaira kaitlin kaitlyn kaja kaleb kamil kamila kamran kara \
    karan karen karim karin karina karol karolina kashif kasia katarzyna kate katherine kathleen \
    kathrin kathryn kathy katie katrina katriona katy katya kayden kayla kayleigh kayode kazim \
    keaton keeley kehinde keir keira keisha keith kelechi kellie kelly kelsey kenan kendra \
    kenneth kenzie kenzo keri kerry kevin khadija khadijah khadra khaled khalid khalil khloe \
    kian kiara kiera kieran kieron kimberley kimberly kinga kingsley kiran kirsty kitty kiyan \
    klara klaudia korede kornelia kris krishna kristian kristina kristopher krisztina krystian \
    krzysztof kuba kurt kwabena kwasi kwesi kyle kylie kyra lacey laila lamin lana lara larissa \
    lars latifa latoya laura lauren laurence laurie lavinia layla layton leah leanne leila \
    leland lena lenka lennie lennon lennox leo leon leona leonard leonardo leonie leonora \
    leopold leopoldo leroy lesley leslie leticia levi lewin lewis lexi lexie leyla liam libby \
    lila lilah lili lilia lilian liliana lilly lily lina linda lindsay lindsey linus lionel lisa \
    lisbeth livia liz liza lizzie llewellyn logan lois lola lorcan lorenzo loretta lorna \
    lorraine lottie louie louis louisa louise lourdes luana luca lucas lucia lucian luciana \
    lucie lucien lucinda lucy ludmila ludwik luis luisa luka lukas lukasz luke luna luther lydia \
    lydie lyla lyndsey lynette lynn lynne lyra lysander maariya mabel macie maciej mackenzie \
    madalina maddie maddison madelaine madeleine madison mads maeve magda magdalena maggie \
    magnus maha mahamed mahdi mahima mahmoud mahnoor maia maisie maisy maja makena maksim \
    maksymilian malachi malaika malak malakai malcolm malgorzata malgosia mali maliha malik \
    malika mallory manal mandy manisha manjit manraj mansoor manuel mara marcel marcela marcin \
    marco marcus marek margaret margot marguerite maria mariam marian mariana marianne marie \
    marija marika marilyn marina mario marion marios marisa marius marjorie marlena marlene \
    marlon marlowe marnie marta martha martin martina marvin marwa mary maryam maryan marzena \
    matei mateo mateusz mathew mathilda matilda matteo matthew matthias mattie maud maura \
    maureen maurice mavis maxim maximilian maximillian maximus maxine maxwell maya mayar mayowa \
    mckenzie meera megan mehdi mehmet mehreen mei melanie melina melissa melvin meredith meryem \
    meryl mia micah michael michal michelle miguel mihai mikael mikail mikey mikhail mikolaj \
    mila milan mildred milena millie milly milo mimi mina minnie mira miranda mirela mirella \
    miriam mitchell mitzi mohamed mohammad mohammed mohsin moira mollie molly monica monika \
    monty morgan morwenna mubarak muhammad muhammed muna munira muriel murray musa muskaan \
    mustafa mustapha myfanwy myla myles myra myron nabeel nabila nadeem nadia nadine nadira \
    nafisa nahla naima najma nancy nanette naomi nasir nasra nasreen natalia natalie natalya \
    natasha nathalie nathan nathaniel naveed nayan nazia nazir neha neil nell nellie neriah \
    nerys nesta nevaeh nia niall niamh nichola nicholas nicky nico nicola nicole nicoleta nieve \
    nigel nihal nikhil niki nikita nikki nikodem nikola nila nina nisha nishat noah noam noel \
    noelle nola nonso noor nora norah noreen norman nour noura nuala nuria nusaybah nylah oakley \
    obinna octavia octavian odette oksana olaf oleg oleksandr olga oliver olivia olivier \
    oliwia ollie oluwaseun oluwaseyi oluwatobi omar omari ondrej oona ophelia oralie orin orla \
    orlagh orlaith orlando orson osama osborne oscar osian oskar osman otis ottilie otto \
    ottoline owen pablo paige paloma pamela paola paolo parveen pascal pascale patricia patrick \
    patrik patrycja patryk patsy paul paula paulina pauline pavel pavol pawel pearce pearla \
    pedro peggy penelope percival peter petra petros philip philippa philippe phillip philomena \
    phoebe pia pierre piotr pippa polly poppy pradeep pranav pritpal priya priyanka przemyslaw \
    qasim quentin quincy quinn rabia rachael rachel rachelle radek radoslaw rae rafael rafal \
    rafe rafferty raffi raghav rahim rahma raihan rajan rajesh ralph raluca ramandeep ramesh \
    ramona randall rania ranjit raphael raquel raquelle rasheed rashid raul ravi raya rayan \
    raymond razia reagan rebecca reece reem reena regan reggie regina rehan renee reuben reza \
    rhett rhianna rhiannon rhoda rhodri rhona rhydian rhys ria riaz rica ricardo richard rida \
    ridwan rihanna riley riona rita ritchie riya roald robbie robert roberta roberto robson \
    rocco rodney rodrigo rogan rohan roisin roksana rolando romeo romilly romy \
    ronak ronald ronan ronnie rory rosalba rosalie rosalind rosaline rosamund rosanna rosanne \
    rosemary roshan roshni rosie rosina ross roswitha rowan rowena roxana roxanne ruaridh rubie \
    rubina ruby rudi rudy rufus rukhsana rupert ruqayyah ruslan russell ruth ryan rylan saad \
    saanvi saba sabah sabina sabine sabrina sadia sadie sadiq saeed safa saffiyah saffron safiya \
    sagal sahar sahil sahra saif saira sakina sakinah salim sally salma salman salome salvatore \
    salwa samad samantha samia samina samir samira sammy samson samuel sana sandeep sandra \
    sanjay sanjeev saoirse saqib sara sarah saskia saul savanna savannah scarlett sean sebastian \
    sebastien selena selina selma selwyn serafina seren serena serge sergei sergio serhat seth \
    seun shabana shabaz shahid shaima shakira shamima shamsa shane shanelle shania shanice \
    shannon shaquille sharon shaun shauna shayan shayla shayna shea sheena sheila shelley sherry \
    shireen shirley shiv shivani shola shona shreya shyam sian sibusiso siddharth sidney sidra \
    sienna sigrid silas silvia silvio simeon simon simona simone simran sinead sinitta siobhan \
    siraj sita skyla skylar slawomir sofia sofiya sohail solomon sona sonia sonja sonny sophia \
    sophie sorcha soren spencer stacey stanislaw stanley stefan stefania stefano steffan \
    stela stella stephan stephania stephanie stephen steve steven stevie stewart stuart subhan \
    suhana sukhdeep suleiman suleyman sumaiya suman sumayyah sunita suraj suri surinder susan \
    susana susannah susie suzanna suzanne suzy svetlana syed sylvia sylvie sylwia szymon tabitha \
    tadeusz taha taher tahir tahira taiwo talha talia tallulah tamar tamara tamika tamsin tania \
    tanisha tanvir tanya tanzeela tara tarek tariq tarun tasha tasnim tatiana tatyana tayla \
    taylor tayo tayyab teagan teddy tegan temitope tendai teodor terence teresa terrence terry \
    tessa thalia thandi thea thelma theo theodor theodora theodore theodosia theresa thirza \
    thomas tia tiago tiana tiffany tilda tilly tim timmy timothy timur tina tirion tiya tobenna \
    tobias toby todd tom tomas tomasz tommy tomos toni tony tonya tova tracey tracy travis \
    tremaine trevor tricia trina tristan trudi trudy tunde tyler tyra tyrell tyrese tyrone uche \
    ulrich ulrike uma umar una ursula usman uthman uzair vaishnavi valentina valeria valerie \
    valeriu vanessa vaughn veda velma venetia vera vernon veronica veronika vesna vicki vicky \
    victor vidya vihaan vijay vikram viktor viktoria vilma vinay vincent vinnie violet violeta \
    virgil vishal vivek vivian vivienne vlad vladimir wafa wahid waleed walter wanda wanjiru \
    warda warren waseem wayne wendell wendy weronika wesley wiktor wilbur wilf wilfred \
    wilhelmina willa william willow wilma winifred winnie wojciech wyatt wynn wynne xander \
    xavier ximena yahya yakub yanis yannick yaqub yara yaseen yasin yasmin yasmine yaw yehuda \
    yelena yetunde ynez yohan yoland yolanda yorick yousef youssef ysabel ysolde yuki yulia \
    yuliia yuri yusra yusuf yuvraj yvette yvonne zac zach zachary zack zahid zahir zahra zaid \
    zain zainab zak zakaria zakariya zaki zakir zander zane zara zarah zayan zayn zaynab zaynah \
    zebedee zeeshan zelda zeliha zena zenon zeph zeynep zia zidan ziggy zigmund zion zita zivah \
    zoe zofia zoha zohra zora zoya zubair zuleika zuzana zuzanna";
